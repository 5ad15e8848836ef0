package dev.mstv.auth;

/** What came of changing one's own password. */
public sealed interface OwnPasswordChange {

    record Changed() implements OwnPasswordChange {}

    record WrongPassword() implements OwnPasswordChange {}
}
