package dev.mstv.auth;

import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.problem.Refusing;

/** What came of ending a session. */
public sealed interface SessionEnd {

    record Ended() implements SessionEnd {}

    /** There is no such session that lives. */
    record SessionMissing() implements SessionEnd, Refusing {
        @Override
        public Refusal refusal() {
            return AuthProblem.SESSION_NOT_FOUND.refusal();
        }
    }
}
