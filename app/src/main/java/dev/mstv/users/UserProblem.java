package dev.mstv.users;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;

/** What this module's outcomes are called where a protocol has no word for them, the same at every edge. */
public enum UserProblem {
    USER_NOT_FOUND(ProblemKind.NOT_FOUND, "user_not_found", "There is no such user."),
    EMAIL_TAKEN(ProblemKind.EXISTS, "email_taken", "This e-mail address is taken."),
    STALE_VERSION(ProblemKind.STALE, "stale_version", "The user was changed since you looked.");

    private final ProblemKind kind;
    private final String code;
    private final String detail;

    UserProblem(ProblemKind kind, String code, String detail) {
        this.kind = kind;
        this.code = code;
        this.detail = detail;
    }

    public Refusal refusal() {
        return Problem.of(kind, code, detail).refusal();
    }
}
