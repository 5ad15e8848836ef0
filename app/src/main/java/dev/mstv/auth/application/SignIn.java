package dev.mstv.auth.application;

import dev.mstv.auth.SignedIn;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.events.Ids;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Begins a session for a user who has shown who they are. */
@Singleton
final class SignIn {

    private final Sessions sessions;
    private final SessionTokens tokens;
    private final Clock clock;

    SignIn(Sessions sessions, SessionTokens tokens, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    SignedIn of(UserView user) {
        Client client = CallContext.current().client();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Session session = Session.begun(
                Ids.next(clock), user.id(), client.address(), client.userAgent(), now, tokens.expiry(now));
        sessions.add(session);
        return tokens.issue(session, user, Ids.next(clock));
    }
}
