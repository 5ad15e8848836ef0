package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of proving an address by a token. */
public sealed interface EmailConfirmation {

    /** The address is proved. */
    record Done() implements EmailConfirmation {}

    /** The token never was one, is over, was used, or its user has another address by now; which of them is not told. */
    record InvalidToken() implements EmailConfirmation, Refusing {
        @Override
        public Refusal refusal() {
            return AuthProblem.INVALID_VERIFICATION_TOKEN.refusal();
        }
    }
}
