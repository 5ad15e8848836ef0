package dev.mstv.auth.application;

import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionEnd.Ended;
import dev.mstv.auth.SessionEnd.SessionMissing;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Ends a session. */
@Singleton
final class SignOut {

    private final Sessions sessions;
    private final Clock clock;

    SignOut(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Ends it if it lives and {@code permitted} says yes. */
    SessionEnd end(UUID id, Predicate<Session> permitted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Session> session =
                sessions.find(id).filter(found -> found.lives(now)).filter(permitted);
        session.ifPresent(found -> sessions.save(found.ended(now)));
        return session.isPresent() ? new Ended() : new SessionMissing();
    }
}
