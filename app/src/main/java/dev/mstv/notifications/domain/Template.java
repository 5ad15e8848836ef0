package dev.mstv.notifications.domain;

import java.util.Locale;

/** What a notification is about. */
public enum Template {
    WELCOME("Welcome to MSTV"),
    VERIFICATION("Confirm your e-mail address"),
    PASSWORD_RESET("Choose a new password");

    private final String subject;

    Template(String subject) {
        this.subject = subject;
    }

    /** Its subject line; names nobody. */
    public String subject() {
        return subject;
    }

    /** As it is called outside, and in the names of its files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
