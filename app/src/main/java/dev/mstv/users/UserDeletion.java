package dev.mstv.users;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of removing a user. */
public sealed interface UserDeletion {

    record Deleted() implements UserDeletion {}

    record UserMissing() implements UserDeletion, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.USER_NOT_FOUND.refusal();
        }
    }

    /** The user was changed since the sender looked. */
    record Outdated() implements UserDeletion, Refusing {
        @Override
        public Refusal refusal() {
            return UserProblem.STALE_VERSION.refusal();
        }
    }
}
