package dev.mstv.platform.grpc;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;

/** How much may go between processes at once. */
final class Sizes {

    /** Bytes of a message, and of an outcome. */
    static final int MESSAGE = 4 * 1_048_576;

    /** Bytes of either with what goes beside it. */
    static final int CALL = MESSAGE + 65_536;

    private Sizes() {}

    static Problem messageTooLarge() {
        return Problem.of(
                ProblemKind.TOO_LARGE, "message_too_large", "What was sent is too large for another process.");
    }

    static Problem outcomeTooLarge() {
        return Problem.of(
                ProblemKind.INTERNAL,
                "outcome_too_large",
                "The answer is too large to come from another process; ask for less of it.");
    }
}
