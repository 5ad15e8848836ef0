package dev.mstv.auth.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A token that was mailed to a user, without the token itself.
 *
 * @param hash by which it is found: SHA-256 of the token, 64 hex digits
 * @param address keyed digest of the e-mail address it was mailed to
 */
public record OneTimeToken(UUID id, String hash, UUID userId, Purpose purpose, String address, Instant expiresAt) {}
