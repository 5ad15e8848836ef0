package dev.mstv.users.application;

import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.PasswordHasher;
import dev.mstv.users.PasswordChange;
import dev.mstv.users.PasswordChange.Changed;
import dev.mstv.users.PasswordChange.UserMissing;
import dev.mstv.users.RenewPasswordHash;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Replaces a hash of the past; not a change of the user, so no event tells of it. */
@Singleton
final class RenewPasswordHashHandler implements CommandHandler<RenewPasswordHash, PasswordChange> {

    private final Users users;
    private final PasswordHasher hasher;

    RenewPasswordHashHandler(Users users, PasswordHasher hasher) {
        this.users = users;
        this.hasher = hasher;
    }

    @Override
    public PasswordChange handle(RenewPasswordHash command) {
        PasswordHash better = new PasswordHash(hasher.hash(command.password()));
        Optional<User> user = users.find(command.id());
        if (user.isEmpty()) {
            return new UserMissing();
        }
        // A password that was changed meanwhile is hashed in today's way, and stays.
        if (hasher.outdated(user.get().password().value())) {
            users.rehash(user.get(), better);
        }
        return new Changed();
    }
}
