package dev.mstv.notifications.domain;

import java.util.Locale;

/** What a notification is about. */
public enum Template {
    WELCOME("Welcome to MSTV"),
    VERIFICATION("Confirm your e-mail address"),
    PASSWORD_RESET("Choose a new password"),
    ORDER_PAID("Your order is paid"),
    ORDER_PAYMENT_FAILED("Your order could not be paid"),
    ORDER_REFUNDED("Your order is refunded");

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
