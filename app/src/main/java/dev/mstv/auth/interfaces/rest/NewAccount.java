package dev.mstv.auth.interfaces.rest;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code POST /auth/register} takes. */
@Introspected
record NewAccount(
        @Schema(format = "email") String email,
        @Schema(minLength = 8, maxLength = 128) String password,
        @Nullable String name) {}
