package dev.mstv.auth.application;

import dev.mstv.auth.EndOtherSessions;
import dev.mstv.auth.PasswordReset;
import dev.mstv.auth.PasswordReset.Done;
import dev.mstv.auth.PasswordReset.InvalidToken;
import dev.mstv.auth.ResetPassword;
import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.PasswordChange;
import dev.mstv.users.SetPassword;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Gives a user another password, for a token. */
@Singleton
final class ResetPasswordHandler implements CommandHandler<ResetPassword, PasswordReset> {

    private final TokenHolders holders;
    private final OneTimeTokens tokens;
    private final PasswordTrial trial;
    private final Bus bus;
    private final Clock clock;

    ResetPasswordHandler(TokenHolders holders, OneTimeTokens tokens, PasswordTrial trial, Bus bus, Clock clock) {
        this.holders = holders;
        this.tokens = tokens;
        this.trial = trial;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public PasswordReset handle(ResetPassword command) {
        Optional<TokenHolders.Held> held = holders.of(command.token(), Purpose.PASSWORD_RESET);
        // Used first: of two who have the same token one sets the password. If all ends after it, a new one is mailed.
        if (held.isEmpty() || !tokens.use(held.get().token(), clock.instant())) {
            return new InvalidToken();
        }
        return set(held.get().user(), command.password());
    }

    private PasswordReset set(UserView user, String password) {
        // Before and after, as when a user changes it: who came in by the old password meanwhile does not stay.
        bus.send(new EndOtherSessions(user.id(), null));
        return switch (bus.send(new SetPassword(user.id(), password))) {
            case PasswordChange.Changed() -> {
                bus.send(new EndOtherSessions(user.id(), null));
                trial.forgive(user.email());
                yield new Done();
            }
            case PasswordChange.UserMissing() -> new InvalidToken();
        };
    }
}
