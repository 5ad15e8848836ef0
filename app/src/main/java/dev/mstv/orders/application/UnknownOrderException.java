package dev.mstv.orders.application;

import java.util.UUID;

/** Somebody was charged for an order that is not here: it is tried again, and then told as a dead letter. */
final class UnknownOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownOrderException(UUID orderId) {
        super("There is no order " + orderId, null, false, false);
    }
}
