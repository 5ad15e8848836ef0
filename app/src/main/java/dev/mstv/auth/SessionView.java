package dev.mstv.auth;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where a user is signed in.
 *
 * @param userAgent as the client said; null if it did not
 * @param current true for the session that asks
 */
@Introspected
public record SessionView(
        UUID id,
        String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}
