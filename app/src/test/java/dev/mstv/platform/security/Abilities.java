package dev.mstv.platform.security;

import java.util.List;

/** Abilities of policies that no file has. */
public final class Abilities {

    private Abilities() {}

    public static Ability of(List<Rule> rules, String userId) {
        return new Ability(rules, userId);
    }
}
