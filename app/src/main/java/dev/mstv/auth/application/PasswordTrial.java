package dev.mstv.auth.application;

import dev.mstv.auth.AuthProblem;
import dev.mstv.auth.domain.LoginAttempts;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.security.Encryption;
import dev.mstv.users.CheckPassword;
import dev.mstv.users.PasswordCheck;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tries a password, as often as the limit allows. */
@Singleton
final class PasswordTrial {

    private final Bus bus;
    private final LoginAttempts attempts;
    private final Encryption encryption;
    private final Clock clock;

    PasswordTrial(Bus bus, LoginAttempts attempts, Encryption encryption, Clock clock) {
        this.bus = bus;
        this.attempts = attempts;
        this.encryption = encryption;
        this.clock = clock;
    }

    sealed interface Result {
        record Passed(UserView user, boolean outdated) implements Result {}

        record Failed() implements Result {}
    }

    /**
     * Tries it.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code too_many_attempts}
     */
    Result of(String email, String password) {
        String address = CallContext.current().client().address();
        // Whether or not there is such an account; and what is typed here is stored nowhere.
        String account = account(email);
        refuseIf(attempts.blocked(account, address, clock.instant()));
        PasswordCheck check = bus.ask(new CheckPassword(email, password));
        // Again: of many attempts at once, those that come to an end after the limit was reached tell nothing.
        return switch (check) {
            case PasswordCheck.Matches(var user, var outdated) -> {
                refuseIf(attempts.blocked(account, address, clock.instant()));
                attempts.forget(account, address);
                yield new Result.Passed(user, outdated);
            }
            case PasswordCheck.NoMatch() -> {
                refuseIf(attempts.failed(account, address, clock.instant()));
                yield new Result.Failed();
            }
        };
    }

    /** Forgets the failures of who has just shown in another way that the account is theirs. */
    void forgive(String email) {
        attempts.forget(account(email), CallContext.current().client().address());
    }

    private String account(String email) {
        return encryption.fingerprint(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuseIf(Optional<Duration> blocked) {
        if (blocked.isPresent()) {
            throw AuthProblem.TOO_MANY_ATTEMPTS.refusal(blocked.get());
        }
    }
}
