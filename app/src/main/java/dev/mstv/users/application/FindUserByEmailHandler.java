package dev.mstv.users.application;

import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.users.FindUserByEmail;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds a user by their address for another use case. */
@Singleton
final class FindUserByEmailHandler implements QueryHandler<FindUserByEmail, Optional<UserView>> {

    private final Users users;

    FindUserByEmailHandler(Users users) {
        this.users = users;
    }

    @Override
    public Optional<UserView> handle(FindUserByEmail query) {
        return Email.parse(query.email()).flatMap(users::findByEmail).map(UserMapping::view);
    }
}
