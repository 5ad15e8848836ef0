package dev.mstv.platform.bus;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import jakarta.inject.Singleton;

/** Does not begin what nobody waits for any more. */
@Singleton
final class CheckDeadline implements Stage {

    @Override
    public Step around(UseCaseType type, Step next) {
        return (message, context) -> {
            if (context.deadline() - System.nanoTime() <= 0) {
                throw Problem.of(ProblemKind.TOO_LATE, "deadline_exceeded", "The time for this request has run out.")
                        .refusal();
            }
            return next.run(message, context);
        };
    }
}
