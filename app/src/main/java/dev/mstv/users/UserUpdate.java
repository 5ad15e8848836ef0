package dev.mstv.users;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of changing a user. */
public sealed interface UserUpdate {

    /** The user as they are now; the version is the old one if nothing was different. */
    record Updated(Versioned<UserView> user) implements UserUpdate {}

    record UserMissing() implements UserUpdate, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.USER_NOT_FOUND.refusal();
        }
    }

    record EmailTaken() implements UserUpdate, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.EMAIL_TAKEN.refusal();
        }
    }

    /** The user was changed since the sender looked. */
    record Outdated() implements UserUpdate, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.STALE_VERSION.refusal();
        }
    }
}
