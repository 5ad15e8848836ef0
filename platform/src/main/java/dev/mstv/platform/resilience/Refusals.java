package dev.mstv.platform.resilience;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;

/** What callers are told when a target cannot be called, or when they cannot be served. */
final class Refusals {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Refusals() {}

    /** The target is not called now. */
    static Refusal closedTo(String target, Duration wait) {
        return Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "\"" + target + "\" cannot be reached.")
                .retryAfter(wait.compareTo(SOON) < 0 ? SOON : wait)
                .refusal();
    }

    /** The target did not answer, or not as it should, or has no room. */
    static Refusal notNow(String target) {
        return closedTo(target, SOON);
    }

    static Problem overloaded() {
        return Problem.of(ProblemKind.UNAVAILABLE, "overloaded", "Too many requests at once; try again shortly.")
                .retryAfter(SOON);
    }
}
