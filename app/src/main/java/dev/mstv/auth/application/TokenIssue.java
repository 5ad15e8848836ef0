package dev.mstv.auth.application;

import dev.mstv.auth.PasswordResetRequested;
import dev.mstv.auth.TokenEvent;
import dev.mstv.auth.VerificationRequested;
import dev.mstv.auth.domain.OneTimeToken;
import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.security.Encryption;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Makes one-time tokens. What leaves here in clear is nothing: a hash is stored, and the event has the token sealed. */
@Singleton
final class TokenIssue {

    private final OneTimeTokens tokens;
    private final TokenText text;
    private final Encryption encryption;
    private final Clock clock;

    TokenIssue(OneTimeTokens tokens, TokenText text, Encryption encryption, Clock clock) {
        this.tokens = tokens;
        this.text = text;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Has a token mailed to a user, in the current transaction. */
    void mail(UUID userId, String email, Purpose purpose) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiry = now.plus(purpose.validity());
        String token = text.random();
        String address = text.address(email);
        String sealed = encryption.encrypt(token.getBytes(StandardCharsets.UTF_8));
        TokenEvent event =
                switch (purpose) {
                    case VERIFICATION -> new VerificationRequested(userId, sealed, address, expiry);
                    case PASSWORD_RESET -> new PasswordResetRequested(userId, sealed, address, expiry);
                };
        tokens.add(new OneTimeToken(Ids.next(clock), TokenText.hash(token), userId, purpose, address, expiry), event);
    }
}
