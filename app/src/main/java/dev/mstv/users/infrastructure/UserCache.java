package dev.mstv.users.infrastructure;

import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.persistence.Database;
import dev.mstv.users.UserUpdated;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.User;

/** What is known of single users on all nodes, and which of their changes nobody may miss. */
final class UserCache {

    private UserCache() {}

    static Cache<UserView> of(Caches caches) {
        return caches.of("users.user", UserView.class);
    }

    /** Announces what is about to be stored. A role is a right: it ends for all at once, or not yet. */
    static void announce(Cache<UserView> cache, Database database, User user) {
        long version = user.version() + user.changes().size();
        boolean role = user.changes().stream()
                .anyMatch(change -> change instanceof UserUpdated updated
                        && updated.changes().role() != null);
        if (role) {
            cache.changesForAll(database, user.id(), version);
        } else {
            cache.changes(database, user.id(), version);
        }
    }
}
