package dev.mstv.notifications.application;

import java.util.UUID;

/** The event about somebody was quicker than the one by which they become known; it is tried again. No bug, no trace. */
final class UnknownRecipientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRecipientException(UUID userId) {
        super(userId + " is not known yet", null, false, false);
    }
}
