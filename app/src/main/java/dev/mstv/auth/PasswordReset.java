package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of choosing a new password by a token. */
public sealed interface PasswordReset {

    /** The password is set. */
    record Done() implements PasswordReset {}

    /** The token never was one, is over, was used, or its user has another address by now; which of them is not told. */
    record InvalidToken() implements PasswordReset, Refusing {
        @Override
        public Refusal refusal() {
            return AuthProblem.INVALID_RESET_TOKEN.refusal();
        }
    }
}
