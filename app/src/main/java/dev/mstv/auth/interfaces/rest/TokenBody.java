package dev.mstv.auth.interfaces.rest;

import io.micronaut.core.annotation.Introspected;

/** What {@code POST /auth/verify-email} takes. */
@Introspected
record TokenBody(String token) {}
