package dev.mstv.auth.interfaces.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;

/** What {@code POST /auth/refresh} takes. */
@Introspected
record RefreshBody(@JsonProperty("refresh_token") String refreshToken) {}
