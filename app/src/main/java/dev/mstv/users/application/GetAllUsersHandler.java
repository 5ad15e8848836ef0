package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.platform.security.Gate;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;

/** Lists the users that the caller may see. */
@Singleton
final class GetAllUsersHandler implements QueryHandler<GetAllUsers, Page<UserView>> {

    private final UserList list;
    private final Gate gate;

    GetAllUsersHandler(UserList list, Gate gate) {
        this.list = list;
        this.gate = gate;
    }

    @Override
    public Page<UserView> handle(GetAllUsers query) {
        Condition visible = gate.ability(CallContext.current().caller()).narrow("list", UserMapping.SUBJECT);
        return list.page(query, visible);
    }
}
