package dev.mstv.orders;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of cancelling an order. */
public sealed interface Cancellation {

    /** It is cancelled, now or since before. */
    record Cancelled(Versioned<OrderView> order) implements Cancellation {}

    /** There is no such order, or none that the caller may cancel. */
    record OrderMissing() implements Cancellation, Refusing {
        @Override
        public Refusal refusal() {
            return OrderProblem.ORDER_NOT_FOUND.refusal();
        }
    }

    /** Its payment has failed, so there is nothing to take back. */
    record NotCancellable() implements Cancellation, Refusing {
        @Override
        public Refusal refusal() {
            return OrderProblem.ORDER_NOT_CANCELLABLE.refusal();
        }
    }

    /** The order was changed since the sender looked. */
    record Outdated() implements Cancellation, Refusing {
        @Override
        public Refusal refusal() {
            return OrderProblem.STALE_VERSION.refusal();
        }
    }
}
