package dev.mstv.auth.application;

import dev.mstv.auth.EndOtherSessions;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionEnd.Ended;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.CommandHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Ends a user's other sessions. */
@Singleton
final class EndOtherSessionsHandler implements CommandHandler<EndOtherSessions, SessionEnd> {

    private final Sessions sessions;
    private final Clock clock;

    EndOtherSessionsHandler(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public SessionEnd handle(EndOtherSessions command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Session session : sessions.living(command.userId(), now)) {
            if (!session.id().equals(command.except())) {
                sessions.save(session.ended(now));
            }
        }
        return new Ended();
    }
}
