package dev.mstv.auth;

/** What came of signing in. */
public sealed interface LoginAttempt {

    record LoggedIn(SignedIn signedIn) implements LoginAttempt {}

    /** No such account or not its password; which of the two is not told. */
    record InvalidCredentials() implements LoginAttempt {}
}
