package dev.mstv.auth;

import dev.mstv.platform.problem.Problem;

/** What came of refreshing. */
public sealed interface Renewal {

    record Renewed(SignedIn signedIn) implements Renewal {}

    /** Not a refresh token of a session that lives. */
    record Invalid(Problem problem) implements Renewal {}

    /** A token that was used before: somebody else has it, so the whole session has ended. */
    record Reused() implements Renewal {}
}
