package dev.mstv.orders;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of placing an order. */
public sealed interface Placement {

    /** It waits to be paid. */
    record Placed(Versioned<OrderView> order) implements Placement {}

    record Refused(Reason reason) implements Placement, Refusing {
        @Override
        public Refusal refusal() {
            return OrderProblem.of(reason).refusal();
        }
    }

    /** Why an order cannot be taken. */
    enum Reason {
        /** There is no such user, not any more. */
        BUYER_UNKNOWN,
        /** Its lines are not all in one currency. */
        MIXED_CURRENCIES,
        /** Its total is nothing, for which nobody can be charged. */
        NOTHING_TO_PAY,
        /** Its total is not below 1,000,000,000,000. */
        TOTAL_TOO_HIGH
    }
}
