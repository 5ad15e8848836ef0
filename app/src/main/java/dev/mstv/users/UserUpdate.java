package dev.mstv.users;

import dev.mstv.platform.persistence.Versioned;

/** What came of changing a user. */
public sealed interface UserUpdate {

    /** The user as they are now; the version is the old one if nothing was different. */
    record Updated(Versioned<UserView> user) implements UserUpdate {}

    record UserMissing() implements UserUpdate {}

    record EmailTaken() implements UserUpdate {}

    /** The user was changed since the sender looked. */
    record Outdated() implements UserUpdate {}
}
