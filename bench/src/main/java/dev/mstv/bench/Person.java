package dev.mstv.bench;

import java.util.UUID;

/**
 * Somebody signed in.
 *
 * @param token for access
 */
record Person(UUID id, String token) {}
