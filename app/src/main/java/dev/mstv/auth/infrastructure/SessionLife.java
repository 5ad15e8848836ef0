package dev.mstv.auth.infrastructure;

import dev.mstv.auth.domain.Session;
import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.persistence.Versioned;
import java.time.Instant;

/**
 * What has to be known of a session for each message.
 *
 * @param expiresAt when it ends by itself, as far as is known: it may have been renewed since
 */
record SessionLife(boolean ended, Instant expiresAt) {

    static Cache<SessionLife> cache(Caches caches) {
        return caches.of("auth.session", SessionLife.class);
    }

    static Versioned<SessionLife> of(Session session) {
        return new Versioned<>(new SessionLife(session.endedAt() != null, session.expiresAt()), session.version());
    }

    boolean lasts(Instant now) {
        return !ended && now.isBefore(expiresAt);
    }
}
