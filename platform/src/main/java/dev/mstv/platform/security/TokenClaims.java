package dev.mstv.platform.security;

import java.time.Instant;
import java.util.UUID;

/**
 * What a token says.
 *
 * @param generation how often the session's tokens have been renewed, from 0
 * @param issuedAt to the second
 * @param expiresAt to the second, exclusive
 */
public record TokenClaims(
        Kind kind,
        UUID tokenId,
        UUID userId,
        String role,
        UUID session,
        int generation,
        Instant issuedAt,
        Instant expiresAt) {

    /** What a token is good for; each is refused in the other's place. */
    public enum Kind {
        ACCESS("at+jwt"),
        REFRESH("rt+jwt");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }
}
