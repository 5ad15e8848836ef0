package dev.mstv.auth.interfaces;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;

/** The refusals of this module's use cases, in the words that every edge has for them. */
public final class AuthProblems {

    private AuthProblems() {}

    public static Refusal emailTaken() {
        return Problem.of(ProblemKind.CONFLICT, "email_taken", "This e-mail address is taken.")
                .refusal();
    }

    public static Refusal invalidCredentials() {
        return Problem.of(ProblemKind.UNAUTHENTICATED, "invalid_credentials", "E-mail address or password is wrong.")
                .refusal();
    }

    public static Refusal tooManyAttempts(Duration retryAfter) {
        return Problem.of(ProblemKind.TOO_MANY, "too_many_attempts", "Too many failed attempts; try again later.")
                .retryAfter(retryAfter)
                .refusal();
    }

    public static Refusal reused() {
        return Problem.of(
                        ProblemKind.UNAUTHENTICATED,
                        "refresh_token_reused",
                        "This token was used before; the session has ended.")
                .refusal();
    }

    public static Refusal sessionMissing() {
        return Problem.of(ProblemKind.NOT_FOUND, "session_not_found", "There is no such session.")
                .refusal();
    }

    public static Refusal userMissing() {
        return Problem.of(ProblemKind.NOT_FOUND, "user_not_found", "There is no such user.")
                .refusal();
    }
}
