package dev.mstv.auth;

/** What came of registering. */
public sealed interface Registration {

    record Registered(SignedIn signedIn) implements Registration {}

    /** Someone has an account with this e-mail address. */
    record EmailTaken() implements Registration {}
}
