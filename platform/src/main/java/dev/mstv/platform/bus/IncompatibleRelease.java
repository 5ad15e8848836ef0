package dev.mstv.platform.bus;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;

/** The refusal between two processes of which one is of a release that does not know what the other says. */
final class IncompatibleRelease {

    private static final Duration RETRY_LATER = Duration.ofSeconds(5);

    private IncompatibleRelease() {}

    static Refusal of(String module) {
        String detail = "The process that runs \"" + module + "\" is of a release that does not fit.";
        return Problem.of(ProblemKind.UNAVAILABLE, "incompatible_release", detail)
                .retryAfter(RETRY_LATER)
                .refusal();
    }
}
