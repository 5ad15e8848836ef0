package dev.mstv.users;

/** What came of removing a user. */
public sealed interface UserDeletion {

    record Deleted() implements UserDeletion {}

    record UserMissing() implements UserDeletion {}

    /** The user was changed since the sender looked. */
    record Outdated() implements UserDeletion {}
}
