package dev.mstv.auth;

import java.time.Duration;

/** What came of signing in. */
public sealed interface LoginAttempt {

    record LoggedIn(SignedIn signedIn) implements LoginAttempt {}

    /** No such account or not its password; which of the two is not told. */
    record InvalidCredentials() implements LoginAttempt {}

    /**
     * Too many failures for this account from this address.
     *
     * @param retryAfter until the next attempt counts
     */
    record TooManyAttempts(Duration retryAfter) implements LoginAttempt {}
}
