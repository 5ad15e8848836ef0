package dev.mstv.auth.application;

import dev.mstv.auth.EndSession;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionEnd.Ended;
import dev.mstv.auth.SessionEnd.SessionMissing;
import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Ends a session; one that the caller may not end is, to them, not there. */
@Singleton
final class EndSessionHandler implements CommandHandler<EndSession, SessionEnd> {

    private final Sessions sessions;
    private final Gate gate;
    private final Clock clock;

    EndSessionHandler(Sessions sessions, Gate gate, Clock clock) {
        this.sessions = sessions;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public SessionEnd handle(EndSession command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Ability ability = gate.ability(CallContext.current().caller());
        Optional<Session> session = sessions.find(command.id())
                .filter(found -> found.lives(now))
                .filter(found -> ability.can("delete", SessionMapping.subject(found)));
        session.ifPresent(found -> sessions.save(found.ended(now)));
        return session.isPresent() ? new Ended() : new SessionMissing();
    }
}
