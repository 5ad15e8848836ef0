package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.RemoteMessage;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What it means that a call to another process came to nothing. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(5);

    private Failures() {}

    static Problem of(RemoteMessage message, CallContext context, StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case DEADLINE_EXCEEDED ->
                context.deadline() - System.nanoTime() <= 0
                        ? Problem.of(
                                ProblemKind.TOO_LATE, "deadline_exceeded", "The time for this request has run out.")
                        : unavailable(message.module());
            case RESOURCE_EXHAUSTED -> Sizes.outcomeTooLarge();
            case UNIMPLEMENTED -> incompatible(message.module());
            case UNAUTHENTICATED -> {
                LOG.error("{} does not believe that we belong together; is SERVICE_SECRET the same?", message.module());
                yield unavailable(message.module());
            }
            default -> {
                LOG.debug("{} did not come through", message, failure);
                yield unavailable(message.module());
            }
        };
    }

    static Problem unavailable(String module) {
        return Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "service_unavailable",
                        "No process that runs \"" + module + "\" can be reached.")
                .retryAfter(SOON);
    }

    static Problem incompatible(String module) {
        return Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "incompatible_release",
                        "The process that runs \"" + module + "\" is of a release that does not fit.")
                .retryAfter(LATER);
    }
}
