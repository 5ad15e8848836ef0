package dev.mstv.users;

import dev.mstv.platform.persistence.Versioned;

/** What came of adding a user. */
public sealed interface UserCreation {

    record Created(Versioned<UserView> user) implements UserCreation {}

    /** Someone has this e-mail address already, in whichever case it is typed. */
    record EmailTaken() implements UserCreation {}
}
