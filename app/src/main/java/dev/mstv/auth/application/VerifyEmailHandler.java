package dev.mstv.auth.application;

import dev.mstv.auth.AuthProblem;
import dev.mstv.auth.TokenUse;
import dev.mstv.auth.TokenUse.Done;
import dev.mstv.auth.TokenUse.InvalidToken;
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
final class VerifyEmailHandler implements CommandHandler<VerifyEmail, TokenUse> {

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
    public TokenUse handle(VerifyEmail command) {
        Optional<TokenHolders.Held> held = holders.of(command.token(), Purpose.VERIFICATION);
        if (held.isEmpty()) {
            return new InvalidToken(AuthProblem.INVALID_VERIFICATION_TOKEN);
        }
        UserView user = held.get().user();
        // Verified first: if all ends between the two, the same token verifies what is verified.
        return switch (bus.send(new MarkEmailVerified(user.id(), user.email()))) {
            case EmailVerification.Verified() ->
                tokens.use(held.get().token(), clock.instant())
                        ? new Done()
                        : new InvalidToken(AuthProblem.INVALID_VERIFICATION_TOKEN);
            case EmailVerification.NotTheirs() -> new InvalidToken(AuthProblem.INVALID_VERIFICATION_TOKEN);
        };
    }
}
