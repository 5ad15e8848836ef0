package dev.mstv.platform.security;

import java.util.Optional;

/**
 * Tells whether a session still counts. Asked for every message that needs a permission, and right on every node: a session that has ended on
 * one has ended on all. The module that keeps the sessions implements it.
 */
public interface SessionCheck {

    /** The role that the caller has now; empty if the session or the account has ended. */
    Optional<String> currentRole(Caller.User caller);
}
