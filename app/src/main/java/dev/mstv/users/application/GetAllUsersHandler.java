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

    private final Directory directory;
    private final Gate gate;

    GetAllUsersHandler(Directory directory, Gate gate) {
        this.directory = directory;
        this.gate = gate;
    }

    @Override
    public Page<UserView> handle(GetAllUsers query) {
        CallContext call = CallContext.current();
        Condition visible = gate.ability(call.caller()).narrow("list", UserMapping.SUBJECT);
        return directory.page(query, visible, call.seen());
    }
}
