package dev.mstv.users;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of adding a user. */
public sealed interface UserCreation {

    record Created(Versioned<UserView> user) implements UserCreation {}

    /** Someone has this e-mail address already, in whichever case it is typed. */
    record EmailTaken() implements UserCreation, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.EMAIL_TAKEN.refusal();
        }
    }
}
