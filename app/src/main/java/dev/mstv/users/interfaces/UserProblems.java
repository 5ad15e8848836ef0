package dev.mstv.users.interfaces;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;

/** The refusals of this module's use cases, in the words that every edge has for them. */
public final class UserProblems {

    private UserProblems() {}

    public static Refusal missing() {
        return Problem.of(ProblemKind.NOT_FOUND, "user_not_found", "There is no such user.")
                .refusal();
    }

    public static Refusal emailTaken() {
        return Problem.of(ProblemKind.CONFLICT, "email_taken", "This e-mail address is taken.")
                .refusal();
    }

    public static Refusal stale() {
        return Problem.of(ProblemKind.STALE, "stale_version", "The user was changed since you looked.")
                .refusal();
    }
}
