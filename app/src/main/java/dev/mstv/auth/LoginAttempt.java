package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of signing in. */
public sealed interface LoginAttempt {

    record LoggedIn(SignedIn signedIn) implements LoginAttempt {}

    /** No such account or not its password; which of the two is not told. */
    record InvalidCredentials() implements LoginAttempt, Refusing {
        @Override
        public Refusal refusal() {
            return AuthProblem.INVALID_CREDENTIALS.refusal();
        }
    }
}
