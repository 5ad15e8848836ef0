package dev.mstv.users.application;

import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.ListUsers;
import dev.mstv.users.UserPage;
import dev.mstv.users.UserView;

/** The list of all users: a read model, which is a moment behind. */
public interface Directory {

    /**
     * A page of those users that meet the query and the condition, in the order of their ids, with everything that the
     * caller has seen.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code read_model_behind} if that is not there in time
     */
    Page<UserView> page(GetAllUsers query, Condition visible, ConsistencyToken seen);

    /** A numbered page of those users that meet the condition, as {@link #page(GetAllUsers, Condition, ConsistencyToken)}. */
    UserPage page(ListUsers query, Condition visible, ConsistencyToken seen);
}
