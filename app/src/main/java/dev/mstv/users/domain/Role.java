package dev.mstv.users.domain;

import java.util.Locale;

/** What a user is here for; the policies say what each may do. */
public enum Role {
    USER,
    ADMIN;

    /** As it is called outside. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
