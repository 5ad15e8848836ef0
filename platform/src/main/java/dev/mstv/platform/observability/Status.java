package dev.mstv.platform.observability;

import java.util.Locale;

/** How well something does, from best to worst. */
public enum Status {
    UP,
    /** It does its work, and somebody should look at it: work piles up, or some of it is given up. */
    DEGRADED,
    /** It cannot be used. */
    DOWN;

    /** As clients read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
