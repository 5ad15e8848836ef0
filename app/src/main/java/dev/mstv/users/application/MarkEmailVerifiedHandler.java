package dev.mstv.users.application;

import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.EmailVerification;
import dev.mstv.users.EmailVerification.NotTheirs;
import dev.mstv.users.EmailVerification.Verified;
import dev.mstv.users.MarkEmailVerified;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Notes that a user has proved their address. */
@Singleton
final class MarkEmailVerifiedHandler implements CommandHandler<MarkEmailVerified, EmailVerification> {

    private final Users users;
    private final Clock clock;

    MarkEmailVerifiedHandler(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public EmailVerification handle(MarkEmailVerified command) {
        Optional<Email> proved = Email.parse(command.email());
        Optional<User> user = users.find(command.id())
                .filter(found -> proved.isPresent()
                        && found.email().key().equals(proved.get().key()));
        if (user.isEmpty()) {
            return new NotTheirs();
        }
        User verified = user.get().withVerifiedEmail(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!verified.equals(user.get())) {
            users.save(verified);
        }
        return new Verified();
    }
}
