package dev.mstv.auth.domain;

import dev.mstv.auth.SessionEvent;
import dev.mstv.auth.TokenRefreshed;
import dev.mstv.auth.UserLoggedIn;
import dev.mstv.auth.UserLoggedOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user signed in at one place; immutable, a change gives another one.
 *
 * @param generation which of the session's refresh tokens counts, from 0
 * @param endedAt null while it lives
 * @param version how many events the stored session is made of; 0 if not stored yet
 * @param changes what happened since then
 */
public record Session(
        UUID id,
        UUID userId,
        int generation,
        String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        long version,
        List<SessionEvent> changes) {

    private static final int MAX_AGENT_LENGTH = 500;

    public Session {
        changes = List.copyOf(changes);
    }

    public static Session begun(
            UUID id, UUID userId, String ipAddress, @Nullable String userAgent, Instant now, Instant expiresAt) {
        String agent = shortened(userAgent);
        SessionEvent event = new UserLoggedIn(userId, id, ipAddress, agent);
        return new Session(id, userId, 0, ipAddress, agent, now, now, expiresAt, null, 0, List.of(event));
    }

    public boolean lives(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    /** With the next refresh token in the place of the one that was used. */
    public Session renewed(UUID tokenId, Instant now, Instant newExpiry) {
        SessionEvent event = new TokenRefreshed(userId, id, tokenId);
        return new Session(
                id,
                userId,
                generation + 1,
                ipAddress,
                userAgent,
                createdAt,
                now,
                newExpiry,
                null,
                version,
                plus(event));
    }

    public Session ended(Instant now) {
        SessionEvent event = new UserLoggedOut(userId, id);
        return new Session(
                id,
                userId,
                generation,
                ipAddress,
                userAgent,
                createdAt,
                lastUsedAt,
                expiresAt,
                now,
                version,
                plus(event));
    }

    private List<SessionEvent> plus(SessionEvent event) {
        List<SessionEvent> all = new ArrayList<>(changes);
        all.add(event);
        return all;
    }

    private static @Nullable String shortened(@Nullable String agent) {
        return agent == null || agent.length() <= MAX_AGENT_LENGTH ? agent : agent.substring(0, MAX_AGENT_LENGTH);
    }
}
