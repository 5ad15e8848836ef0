package dev.mstv.auth;

/** What came of ending a session. */
public sealed interface SessionEnd {

    record Ended() implements SessionEnd {}

    /** There is no such session that lives. */
    record SessionMissing() implements SessionEnd {}
}
