package dev.mstv.auth.application;

import dev.mstv.auth.FindLivingSessions;
import dev.mstv.auth.domain.SessionLives;
import dev.mstv.platform.bus.QueryHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Looks where sessions are kept. */
@Singleton
final class FindLivingSessionsHandler implements QueryHandler<FindLivingSessions, Set<UUID>> {

    private final SessionLives lives;
    private final Clock clock;

    FindLivingSessionsHandler(SessionLives lives, Clock clock) {
        this.lives = lives;
        this.clock = clock;
    }

    @Override
    public Set<UUID> handle(FindLivingSessions query) {
        return lives.living(query.sessions(), clock.instant());
    }
}
