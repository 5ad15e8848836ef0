package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.security.Subject;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows a user to those who may see them. */
@Singleton
final class GetUserHandler implements QueryHandler<GetUser, Optional<Versioned<UserView>>> {

    private final UserList list;
    private final Gate gate;

    GetUserHandler(UserList list, Gate gate) {
        this.list = list;
        this.gate = gate;
    }

    @Override
    public Optional<Versioned<UserView>> handle(GetUser query) {
        Optional<Versioned<UserView>> user = list.byId(query.id());
        Subject subject =
                user.map(found -> UserMapping.subject(found.value())).orElseGet(() -> UserMapping.missing(query.id()));
        gate.require(CallContext.current().caller(), "read", subject);
        return user;
    }
}
