package dev.mstv.users.interfaces.rest;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code POST /users} takes; what must be present is checked with everything else. */
@Introspected
record NewUser(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email")
        String email,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 8, maxLength = 128)
        String password,

        @Nullable String name,

        @Nullable @Schema(pattern = "user|admin") String role) {}
