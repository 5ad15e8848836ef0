package dev.mstv.auth.interfaces.rest;

import io.micronaut.core.annotation.Introspected;

/** What {@code POST /auth/login} takes. */
@Introspected
record Credentials(String email, String password) {}
