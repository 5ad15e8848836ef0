package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;
import dev.mstv.users.UserProblem;

/** What came of registering. */
public sealed interface Registration {

    record Registered(SignedIn signedIn) implements Registration {}

    /** Someone has an account with this e-mail address. */
    record EmailTaken() implements Registration, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.EMAIL_TAKEN.refusal();
        }
    }
}
