package dev.mstv.users;

/** What came of giving a user another password or hash. */
public sealed interface PasswordChange {

    record Changed() implements PasswordChange {}

    record UserMissing() implements PasswordChange {}
}
