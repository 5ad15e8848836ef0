package dev.mstv.orders;

import dev.mstv.platform.persistence.Versioned;

/** What came of cancelling an order. */
public sealed interface Cancellation {

    /** It is cancelled, now or since before. */
    record Cancelled(Versioned<OrderView> order) implements Cancellation {}

    /** There is no such order, or none that the caller may cancel. */
    record OrderMissing() implements Cancellation {}

    /** Its payment has failed, so there is nothing to take back. */
    record NotCancellable() implements Cancellation {}

    /** The order was changed since the sender looked. */
    record Outdated() implements Cancellation {}
}
