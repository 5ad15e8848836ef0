package dev.mstv.auth;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of refreshing. */
public sealed interface Renewal {

    record Renewed(SignedIn signedIn) implements Renewal {}

    /** Not a refresh token of a session that lives. */
    record Invalid(Problem problem) implements Renewal, Refusing {
        @Override
        public Refusal refusal() {
            return problem.refusal();
        }
    }

    /** A token that was used before: somebody else has it, so the whole session has ended. */
    record Reused() implements Renewal, Refusing {
        @Override
        public Refusal refusal() {
            return AuthProblem.REFRESH_TOKEN_REUSED.refusal();
        }
    }
}
