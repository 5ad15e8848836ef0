package dev.mstv.users;

import java.util.UUID;

/** What came of looking for a user. */
public sealed interface UserLookup {

    UUID id();

    record Found(UserView user) implements UserLookup {
        @Override
        public UUID id() {
            return user.id();
        }
    }

    record Missing(UUID id) implements UserLookup {}

    /** The caller may not see this user, if there is one. */
    record Hidden(UUID id) implements UserLookup {}
}
