package dev.mstv.auth.application;

import dev.mstv.auth.EmailConfirmation;
import dev.mstv.auth.EmailConfirmation.Done;
import dev.mstv.auth.EmailConfirmation.InvalidToken;
import dev.mstv.auth.VerifyEmail;
import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.users.EmailVerification;
import dev.mstv.users.MarkEmailVerified;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Takes the proof that an address is a user's own. */
@Singleton
final class VerifyEmailHandler implements CommandHandler<VerifyEmail, EmailConfirmation> {

    private final TokenHolders holders;
    private final OneTimeTokens tokens;
    private final Bus bus;
    private final Clock clock;

    VerifyEmailHandler(TokenHolders holders, OneTimeTokens tokens, Bus bus, Clock clock) {
        this.holders = holders;
        this.tokens = tokens;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public EmailConfirmation handle(VerifyEmail command) {
        Optional<TokenHolders.Held> held = holders.of(command.token(), Purpose.VERIFICATION);
        if (held.isEmpty()) {
            return new InvalidToken();
        }
        UserView user = held.get().user();
        // Verified first: if all ends between the two, the same token verifies what is verified.
        return switch (bus.send(new MarkEmailVerified(user.id(), user.email()))) {
            case EmailVerification.Verified() ->
                tokens.use(held.get().token(), clock.instant()) ? new Done() : new InvalidToken();
            case EmailVerification.NotTheirs() -> new InvalidToken();
        };
    }
}
