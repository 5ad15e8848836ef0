package dev.mstv.users.application;

import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.security.PasswordHasher;
import dev.mstv.users.CheckPassword;
import dev.mstv.users.PasswordCheck;
import dev.mstv.users.PasswordCheck.Matches;
import dev.mstv.users.PasswordCheck.NoMatch;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Checks a password, and takes as long for a user who does not exist. Only an imported bcrypt hash takes its own time, until
 * its user has signed in once.
 */
@Singleton
final class CheckPasswordHandler implements QueryHandler<CheckPassword, PasswordCheck> {

    private final Users users;
    private final PasswordHasher hasher;

    CheckPasswordHandler(Users users, PasswordHasher hasher) {
        this.users = users;
        this.hasher = hasher;
    }

    @Override
    public PasswordCheck handle(CheckPassword query) {
        Optional<User> user = Email.parse(query.email()).flatMap(users::findByEmail);
        String hash = user.map(found -> found.password().value()).orElse(PasswordHasher.NOBODYS);
        boolean matches = hasher.verify(query.password(), hash);
        return user.isPresent() && matches
                ? new Matches(UserMapping.view(user.get()), hasher.outdated(hash))
                : new NoMatch();
    }
}
