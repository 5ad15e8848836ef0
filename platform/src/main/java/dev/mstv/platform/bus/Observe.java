package dev.mstv.platform.bus;

import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times every message by name and result, and logs the commands and whatever went wrong. */
@Singleton
final class Observe implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Observe.class);

    private final MeterRegistry meters;

    Observe(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Step around(UseCaseType type, Step next) {
        Timer done = timer(type, "done");
        Timer refused = timer(type, "refused");
        Timer failed = timer(type, "failed");
        return (message, context) -> {
            long start = System.nanoTime();
            Timer result = failed;
            try {
                Object outcome = next.run(message, context);
                result = done;
                return outcome;
            } catch (Refusal refusal) {
                result = refused;
                logRefusal(type, refusal);
                throw refusal;
            } finally {
                long took = System.nanoTime() - start;
                result.record(took, TimeUnit.NANOSECONDS);
                if (type.command() && LOG.isInfoEnabled()) {
                    LOG.info("{} {} in {} µs", type.name(), result.getId().getTag("result"), took / 1000);
                }
            }
        };
    }

    private static void logRefusal(UseCaseType type, Refusal refusal) {
        if (refusal.problem().kind() == ProblemKind.UNAVAILABLE) {
            LOG.warn("{} refused: {}", type.name(), refusal.problem().code());
        } else {
            LOG.debug("{} refused: {}", type.name(), refusal.problem().code());
        }
    }

    private Timer timer(UseCaseType type, String result) {
        return Timer.builder("mstv.bus.messages")
                .description("Messages by use case and result")
                .tag("use_case", type.name())
                .tag("result", result)
                .register(meters);
    }
}
