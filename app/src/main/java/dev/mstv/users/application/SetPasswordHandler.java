package dev.mstv.users.application;

import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.PasswordHasher;
import dev.mstv.users.PasswordChange;
import dev.mstv.users.PasswordChange.Changed;
import dev.mstv.users.PasswordChange.UserMissing;
import dev.mstv.users.SetPassword;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives a user a new password. */
@Singleton
final class SetPasswordHandler implements CommandHandler<SetPassword, PasswordChange> {

    private final Users users;
    private final PasswordHasher hasher;
    private final Clock clock;

    SetPasswordHandler(Users users, PasswordHasher hasher, Clock clock) {
        this.users = users;
        this.hasher = hasher;
        this.clock = clock;
    }

    @Override
    public PasswordChange handle(SetPassword command) {
        PasswordHash hash = new PasswordHash(hasher.hash(command.newPassword()));
        Optional<User> user = users.find(command.id());
        if (user.isEmpty()) {
            return new UserMissing();
        }
        users.save(user.get().withPassword(hash, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return new Changed();
    }
}
