package dev.mstv.auth;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;

/** What this module's outcomes are called where a protocol has no word for them, the same at every edge. */
public enum AuthProblem {
    INVALID_CREDENTIALS(ProblemKind.UNAUTHENTICATED, "invalid_credentials", "E-mail address or password is wrong."),
    TOO_MANY_ATTEMPTS(ProblemKind.TOO_MANY, "too_many_attempts", "Too many failed attempts; try again later."),
    REFRESH_TOKEN_REUSED(
            ProblemKind.UNAUTHENTICATED, "refresh_token_reused", "This token was used before; the session has ended."),
    INVALID_VERIFICATION_TOKEN(
            ProblemKind.INVALID, "invalid_verification_token", "This token verifies nothing, or nothing any more."),
    INVALID_RESET_TOKEN(
            ProblemKind.INVALID,
            "invalid_reset_token",
            "This token resets nothing, or nothing any more; ask for another."),
    SESSION_NOT_FOUND(ProblemKind.NOT_FOUND, "session_not_found", "There is no such session.");

    private final ProblemKind kind;
    private final String code;
    private final String detail;

    AuthProblem(ProblemKind kind, String code, String detail) {
        this.kind = kind;
        this.code = code;
        this.detail = detail;
    }

    public Refusal refusal() {
        return Problem.of(kind, code, detail).refusal();
    }

    public Refusal refusal(Duration retryAfter) {
        return Problem.of(kind, code, detail).retryAfter(retryAfter).refusal();
    }
}
