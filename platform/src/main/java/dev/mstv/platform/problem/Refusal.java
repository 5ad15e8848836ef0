package dev.mstv.platform.problem;

/**
 * Thrown by what stands around a use case (input checks, authorization, limits, a dependency that is away), never to
 * steer inside one: there, a refusal is a value of the outcome. It has no stack trace, because it is no bug.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether a failure only says that something cannot be had now, and is nobody's fault who asked for it. */
    public static boolean saysAway(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.problem().kind() == ProblemKind.UNAVAILABLE;
    }
}
