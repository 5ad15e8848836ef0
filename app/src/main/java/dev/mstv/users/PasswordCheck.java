package dev.mstv.users;

/** What came of checking a password. */
public sealed interface PasswordCheck {

    /**
     * It is theirs.
     *
     * @param outdated true if the hash was made in a way of the past; see {@link RenewPasswordHash}
     */
    record Matches(UserView user, boolean outdated) implements PasswordCheck {}

    /** No such user or not their password: which of the two takes the same time and is nobody's business. */
    record NoMatch() implements PasswordCheck {}
}
