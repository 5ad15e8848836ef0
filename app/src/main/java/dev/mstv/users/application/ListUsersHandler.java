package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.security.Condition;
import dev.mstv.platform.security.Gate;
import dev.mstv.users.ListUsers;
import dev.mstv.users.UserPage;
import jakarta.inject.Singleton;

/** Lists and counts the users that the caller may see. */
@Singleton
final class ListUsersHandler implements QueryHandler<ListUsers, UserPage> {

    private final Directory directory;
    private final Gate gate;

    ListUsersHandler(Directory directory, Gate gate) {
        this.directory = directory;
        this.gate = gate;
    }

    @Override
    public UserPage handle(ListUsers query) {
        CallContext call = CallContext.current();
        Condition visible = gate.ability(call.caller()).narrow("list", UserMapping.SUBJECT);
        return directory.page(query, visible, call.seen());
    }
}
