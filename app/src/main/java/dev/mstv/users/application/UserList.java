package dev.mstv.users.application;

import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Users to look at, many at a time. */
public interface UserList {

    /** A page of those users that meet the query and the condition, in the order of their ids. */
    Page<UserView> page(GetAllUsers query, Condition visible);

    /** Those of the ids that exist, in no particular order. */
    List<UserView> byIds(Set<UUID> ids);
}
