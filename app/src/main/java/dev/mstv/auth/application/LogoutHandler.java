package dev.mstv.auth.application;

import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionEnd.Ended;
import dev.mstv.auth.SessionEnd.SessionMissing;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Ends the session that asks for it. */
@Singleton
final class LogoutHandler implements CommandHandler<Logout, SessionEnd> {

    private final Sessions sessions;
    private final Clock clock;

    LogoutHandler(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public SessionEnd handle(Logout command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Session> session = sessions.find(
                        SessionMapping.user(CallContext.current().caller()).session())
                .filter(found -> found.lives(now));
        session.ifPresent(found -> sessions.save(found.ended(now)));
        return session.isPresent() ? new Ended() : new SessionMissing();
    }
}
