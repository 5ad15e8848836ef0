package dev.mstv.auth;

/** What came of asking for a new password. */
public sealed interface ResetRequest {

    /** Somebody will look whose address it is. Whether there is such an account is not known here, so nobody can tell. */
    record Noted() implements ResetRequest {}
}
