package dev.mstv.auth.interfaces.rest;

import io.micronaut.core.annotation.Introspected;

/** What {@code POST /auth/password/forgot} takes. */
@Introspected
record ForgottenBody(String email) {}
