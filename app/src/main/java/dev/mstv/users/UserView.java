package dev.mstv.users;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as others see them.
 *
 * @param email as typed by the user
 * @param name null if the user gave none
 * @param role {@code user} or {@code admin}
 * @param emailVerified true once the user has proved that the address is theirs
 */
@Introspected
public record UserView(
        UUID id,
        String email,
        @Nullable String name,
        String role,
        Instant createdAt,
        Instant updatedAt,
        boolean emailVerified) {}
