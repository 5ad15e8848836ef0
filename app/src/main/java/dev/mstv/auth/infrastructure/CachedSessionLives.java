package dev.mstv.auth.infrastructure;

import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.SessionLives;
import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.persistence.Versioned;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks the cache that all nodes share, if there is one, and what is not there where sessions are kept. */
@Singleton
final class CachedSessionLives implements SessionLives {

    private final SqlSessions sessions;
    private final Cache<SessionLife> cache;

    CachedSessionLives(SqlSessions sessions, Caches caches) {
        this.sessions = sessions;
        this.cache = SessionLife.cache(caches);
    }

    @Override
    public Set<UUID> living(Set<UUID> ids, Instant now) {
        Map<UUID, Versioned<SessionLife>> known = cache.shared(ids, this::load);
        Set<UUID> living = lasting(known, now);
        // One that is over by its time alone may have been renewed: that is announced to nobody.
        Set<UUID> over = new HashSet<>();
        known.forEach((id, life) -> {
            if (!life.value().ended() && !living.contains(id)) {
                over.add(id);
            }
        });
        if (!over.isEmpty()) {
            living.addAll(lasting(load(over), now));
        }
        return living;
    }

    private Map<UUID, Versioned<SessionLife>> load(Set<UUID> ids) {
        return sessions.find(ids).stream().collect(Collectors.toMap(Session::id, SessionLife::of));
    }

    private static Set<UUID> lasting(Map<UUID, Versioned<SessionLife>> lives, Instant now) {
        Set<UUID> lasting = new HashSet<>();
        lives.forEach((id, life) -> {
            if (life.value().lasts(now)) {
                lasting.add(id);
            }
        });
        return lasting;
    }
}
