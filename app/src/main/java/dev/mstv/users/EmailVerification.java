package dev.mstv.users;

/** What came of noting that an address is a user's own. */
public sealed interface EmailVerification {

    /** It is noted, now or since before. */
    record Verified() implements EmailVerification {}

    /** There is no such user with this address, or no such user at all. */
    record NotTheirs() implements EmailVerification {}
}
