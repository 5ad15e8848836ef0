package dev.mstv.orders;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;

/** What this module's outcomes are called where a protocol has no word for them, the same at every edge. */
public enum OrderProblem {
    ORDER_NOT_FOUND(ProblemKind.NOT_FOUND, "order_not_found", "There is no such order."),
    ORDER_NOT_CANCELLABLE(
            ProblemKind.CONFLICT, "order_not_cancellable", "The payment has failed; there is nothing to cancel."),
    STALE_VERSION(ProblemKind.STALE, "stale_version", "The order was changed since you looked."),
    BUYER_UNKNOWN(ProblemKind.UNPROCESSABLE, "buyer_unknown", "There is no such buyer any more."),
    MIXED_CURRENCIES(ProblemKind.UNPROCESSABLE, "mixed_currencies", "All items of an order must be in one currency."),
    NOTHING_TO_PAY(ProblemKind.UNPROCESSABLE, "nothing_to_pay", "The total of an order must be more than nothing."),
    TOTAL_TOO_HIGH(ProblemKind.UNPROCESSABLE, "total_too_high", "The total of an order must be below 1000000000000.");

    private final ProblemKind kind;
    private final String code;
    private final String detail;

    OrderProblem(ProblemKind kind, String code, String detail) {
        this.kind = kind;
        this.code = code;
        this.detail = detail;
    }

    /** What an order is refused for. */
    public static OrderProblem of(Placement.Reason reason) {
        return switch (reason) {
            case BUYER_UNKNOWN -> BUYER_UNKNOWN;
            case MIXED_CURRENCIES -> MIXED_CURRENCIES;
            case NOTHING_TO_PAY -> NOTHING_TO_PAY;
            case TOTAL_TOO_HIGH -> TOTAL_TOO_HIGH;
        };
    }

    public Refusal refusal() {
        return Problem.of(kind, code, detail).refusal();
    }
}
