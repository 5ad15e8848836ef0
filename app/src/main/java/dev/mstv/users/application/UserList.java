package dev.mstv.users.application;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.users.UserView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Users to look at, as they were when it was asked for or later. */
public interface UserList {

    /** One user; who asks at the same time shares a statement. */
    Optional<Versioned<UserView>> byId(UUID id);

    /** Those of the ids that exist, in no particular order; who asks at the same time shares a statement. */
    List<UserView> byIds(Set<UUID> ids);

    /**
     * As {@link #byIds}, by a statement of its own, and not from what this process remembers: for who has gathered the ids
     * of many requests already, and decides by what they get.
     */
    List<UserView> byGatheredIds(Set<UUID> ids);
}
