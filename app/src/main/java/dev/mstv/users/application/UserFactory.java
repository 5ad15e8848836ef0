package dev.mstv.users.application;

import dev.mstv.platform.events.Ids;
import dev.mstv.platform.security.PasswordHasher;
import dev.mstv.users.UserCreation;
import dev.mstv.users.UserCreation.Created;
import dev.mstv.users.UserCreation.EmailTaken;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Adds users, whoever asks for it. */
@Singleton
final class UserFactory {

    private final Users users;
    private final PasswordHasher hasher;
    private final Clock clock;

    UserFactory(Users users, PasswordHasher hasher, Clock clock) {
        this.users = users;
        this.hasher = hasher;
        this.clock = clock;
    }

    UserCreation add(String email, String password, @Nullable String name, Role role) {
        // Before the first access to the database, which begins the transaction: hashing takes long.
        PasswordHash hash = new PasswordHash(hasher.hash(password));
        User user = User.registered(
                Ids.next(clock),
                new Email(email),
                name == null ? null : new DisplayName(name),
                role,
                hash,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return users.add(user) ? new Created(UserMapping.versioned(user)) : new EmailTaken();
    }
}
