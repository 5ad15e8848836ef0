package dev.mstv.auth;

import java.time.Duration;

/** What came of changing one's own password. */
public sealed interface OwnPasswordChange {

    record Changed() implements OwnPasswordChange {}

    record WrongPassword() implements OwnPasswordChange {}

    /**
     * Too many wrong current passwords from this address.
     *
     * @param retryAfter until the next attempt counts
     */
    record TooManyAttempts(Duration retryAfter) implements OwnPasswordChange {}
}
