package dev.mstv.auth;

/** What came of using a one-time token. */
public sealed interface TokenUse {

    /** What it is for is done. */
    record Done() implements TokenUse {}

    /** It never was one, is over, was used, or its user has another address by now; which of them is not told. */
    record InvalidToken() implements TokenUse {}
}
