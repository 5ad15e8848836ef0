package dev.mstv.users.application;

import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Users to look at. */
public interface UserList {

    /** A user as they were when it was asked for, or later; many who ask at the same time share one statement. */
    Optional<Versioned<UserView>> byId(UUID id);

    /** A page of those users that meet the query and the condition, in the order of their ids. */
    Page<UserView> page(GetAllUsers query, Condition visible);

    /** Those of the ids that exist, in no particular order. */
    List<UserView> byIds(Set<UUID> ids);
}
