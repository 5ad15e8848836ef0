package dev.mstv.auth.application;

import dev.mstv.auth.SignedIn;
import dev.mstv.auth.domain.Session;
import dev.mstv.platform.config.SecretSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.security.TokenClaims;
import dev.mstv.platform.security.TokenClaims.Kind;
import dev.mstv.platform.security.Tokens;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The two tokens of a session as it is now. */
@Singleton
final class SessionTokens {

    private final Tokens tokens;
    private final SecretSettings settings;
    private final Clock clock;

    SessionTokens(Tokens tokens, Settings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings.secrets();
        this.clock = clock;
    }

    SignedIn issue(Session session, UserView user, UUID refreshTokenId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // No token outlives its session.
        Instant accessExpiry = earlier(now.plus(settings.accessToken()), session.expiresAt());
        String access = issue(Kind.ACCESS, Ids.next(clock), session, user, now, accessExpiry);
        String refresh = issue(Kind.REFRESH, refreshTokenId, session, user, now, session.expiresAt());
        return new SignedIn(user, session.id(), access, refresh, settings.accessToken());
    }

    /** When a session that is used now ends if it is not used again; to the second, as tokens tell time. */
    Instant expiry(Instant now) {
        return now.plus(settings.refreshToken()).truncatedTo(ChronoUnit.SECONDS);
    }

    private String issue(Kind kind, UUID tokenId, Session session, UserView user, Instant now, Instant expiry) {
        return tokens.issue(new TokenClaims(
                kind, tokenId, user.id(), user.role(), session.id(), session.generation(), now, expiry));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
