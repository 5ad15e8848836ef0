package dev.mstv.platform.grpc;

import dev.mstv.platform.bus.RemoteMessage;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What it means that a call to another process came to nothing. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration LATER = Duration.ofSeconds(5);

    private Failures() {}

    /**
     * What to throw: an {@link IOException} if the other side does not do what it is there for.
     *
     * @throws dev.mstv.platform.problem.Refusal if it answered that it never will
     */
    static IOException of(RemoteMessage message, StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case RESOURCE_EXHAUSTED -> throw Sizes.outcomeTooLarge().refusal();
            case UNIMPLEMENTED -> throw incompatible(message.module()).refusal();
            case UNAUTHENTICATED -> {
                LOG.error("{} does not believe that we belong together; is SERVICE_SECRET the same?", message.module());
                yield new IOException(failure);
            }
            case UNKNOWN, INTERNAL -> {
                LOG.error("{} failed as nothing should", message, failure);
                yield new IOException(failure);
            }
            default -> {
                LOG.debug("{} did not come through", message, failure);
                yield new IOException(failure);
            }
        };
    }

    static Problem incompatible(String module) {
        return Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "incompatible_release",
                        "The process that runs \"" + module + "\" is of a release that does not fit.")
                .retryAfter(LATER);
    }
}
