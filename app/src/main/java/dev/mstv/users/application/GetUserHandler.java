package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.security.Subject;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows a user to those who may see them. */
@Singleton
final class GetUserHandler implements QueryHandler<GetUser, Optional<Versioned<UserView>>> {

    private final Users users;
    private final Gate gate;

    GetUserHandler(Users users, Gate gate) {
        this.users = users;
        this.gate = gate;
    }

    @Override
    public Optional<Versioned<UserView>> handle(GetUser query) {
        Optional<User> user = users.find(query.id());
        Subject subject = user.map(UserMapping::subject).orElseGet(() -> UserMapping.missing(query.id()));
        gate.require(CallContext.current().caller(), "read", subject);
        return user.map(UserMapping::versioned);
    }
}
