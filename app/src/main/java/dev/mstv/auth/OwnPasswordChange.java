package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of changing one's own password. */
public sealed interface OwnPasswordChange {

    record Changed() implements OwnPasswordChange {}

    record WrongPassword() implements OwnPasswordChange, Refusing {
        @Override
        public Refusal refusal() {
            return AuthProblem.INVALID_CREDENTIALS.refusal();
        }
    }
}
