package dev.mstv.bench.bare;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/** What MSTV's user looks like, so that both write the same bytes. */
@Introspected
record BareUser(
        UUID id, String email, String name, String role, Instant createdAt, Instant updatedAt, boolean emailVerified) {}
