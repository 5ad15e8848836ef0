package dev.mstv.auth.interfaces.rest;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/** What {@code POST /auth/password/reset} takes. */
@Introspected
record ResetBody(
        String token,
        @Schema(minLength = 8, maxLength = 128) String password) {}
