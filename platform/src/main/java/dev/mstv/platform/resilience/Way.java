package dev.mstv.platform.resilience;

import dev.mstv.platform.config.OutboundSettings;
import dev.mstv.platform.events.Backoff;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Clock;
import java.time.Duration;

/**
 * What calls of a target pass, as the settings of now want it.
 *
 * @param limit of one attempt
 * @param attempts in all, of a call that may be repeated
 * @param pauses before repetitions
 */
record Way(Circuit circuit, Bulkhead bulkhead, Duration limit, int attempts, Backoff pauses) {

    static Way of(String target, OutboundSettings settings, Duration limit, int concurrency, Clock clock) {
        return new Way(
                new Circuit(target, settings, clock),
                Bulkhead.of(
                        target,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(concurrency)
                                .maxWaitDuration(Duration.ZERO)
                                .build()),
                limit,
                settings.attempts(),
                new Backoff(settings.retryDelay(), settings.maxRetryDelay()));
    }

    /** How many calls are on it. */
    int running() {
        return bulkhead.getMetrics().getMaxAllowedConcurrentCalls()
                - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }
}
