package dev.mstv.payments;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;

/** What this module's outcomes are called where a protocol has no word for them, the same at every edge. */
public enum PaymentProblem {
    PAYMENT_NOT_FOUND(ProblemKind.NOT_FOUND, "payment_not_found", "There is no such payment.");

    private final ProblemKind kind;
    private final String code;
    private final String detail;

    PaymentProblem(ProblemKind kind, String code, String detail) {
        this.kind = kind;
        this.code = code;
        this.detail = detail;
    }

    public Refusal refusal() {
        return Problem.of(kind, code, detail).refusal();
    }
}
