package dev.mstv.auth.application;

import dev.mstv.auth.Refresh;
import dev.mstv.auth.Renewal;
import dev.mstv.auth.Renewal.Invalid;
import dev.mstv.auth.Renewal.Renewed;
import dev.mstv.auth.Renewal.Reused;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.events.Ids;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.TokenClaims;
import dev.mstv.platform.security.TokenClaims.Kind;
import dev.mstv.platform.security.Tokens;
import dev.mstv.users.GetUsers;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes a refresh token for a new pair. */
@Singleton
final class RefreshHandler implements CommandHandler<Refresh, Renewal> {

    private final Tokens tokens;
    private final SessionTokens sessionTokens;
    private final Sessions sessions;
    private final Bus bus;
    private final Clock clock;

    RefreshHandler(Tokens tokens, SessionTokens sessionTokens, Sessions sessions, Bus bus, Clock clock) {
        this.tokens = tokens;
        this.sessionTokens = sessionTokens;
        this.sessions = sessions;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public Renewal handle(Refresh command) {
        return switch (tokens.verify(command.refreshToken(), Kind.REFRESH)) {
            case Tokens.Verification.Valid(var claims) -> renew(claims);
            case Tokens.Verification.Invalid(var problem) -> new Invalid(problem);
        };
    }

    private Renewal renew(TokenClaims claims) {
        List<UserView> user = bus.ask(new GetUsers(Set.of(claims.userId())));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Session> found = sessions.find(claims.session());
        if (user.isEmpty() || found.isEmpty() || !found.get().lives(now)) {
            return new Invalid(Problem.of(ProblemKind.UNAUTHENTICATED, "token_revoked", "This session has ended."));
        }
        Session session = found.get();
        if (claims.generation() != session.generation()) {
            sessions.save(session.ended(now));
            return new Reused();
        }
        UUID tokenId = Ids.next(clock);
        Session renewed = session.renewed(tokenId, now, sessionTokens.expiry(now));
        sessions.save(renewed);
        return new Renewed(sessionTokens.issue(renewed, user.getFirst(), tokenId));
    }
}
