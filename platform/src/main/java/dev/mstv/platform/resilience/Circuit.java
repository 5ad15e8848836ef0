package dev.mstv.platform.resilience;

import dev.mstv.platform.config.OutboundSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls from a target that does not answer. It opens when the last {@code CB_THRESHOLD} calls have all failed;
 * {@code CB_RESET_TIMEOUT} later a few calls, at most three, try whether the target is back. If one of
 * them is answered in time it closes, if none is it opens again. Thread-safe.
 *
 * <p>Calls that were under way when the first of them failed count as one with it: a process of the target that dies
 * takes all its calls along, while the next ones are answered by another.
 */
final class Circuit {

    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
    private static final int MOST_PROBES = 3;
    private static final float ALL = 100;
    private static final Duration NEVER = Duration.ofDays(1);
    private static final long NONE = Long.MIN_VALUE;

    private final CircuitBreaker breaker;
    private final Duration reset;
    private final Clock clock;
    private volatile Instant lastChange;
    // When the first call failed since one was answered, of System.nanoTime; NONE if none did.
    private final AtomicLong firstFailure = new AtomicLong(NONE);
    // Of the state: what began in another one says nothing about this one.
    private final AtomicInteger number = new AtomicInteger();

    Circuit(String target, OutboundSettings settings, Clock clock) {
        this.reset = settings.resetTimeout();
        this.clock = clock;
        this.lastChange = clock.instant();
        this.breaker = CircuitBreaker.of(target, config(settings, clock));
        if (!settings.circuitBreaker()) {
            breaker.transitionToMetricsOnlyState();
        }
        breaker.getEventPublisher().onStateTransition(change -> changed(change.getStateTransition()));
    }

    /** Lets a call through, which then must {@link Passage#end}; null if it is not to be made. */
    @Nullable
    Passage enter() {
        return breaker.tryAcquirePermission() ? new Passage(number.get()) : null;
    }

    /** In how much time a call may be let through again. */
    Duration untilNext() {
        Duration left = Duration.between(clock.instant(), lastChange.plus(reset));
        return state() == CircuitState.OPEN ? left : Duration.ZERO;
    }

    CircuitState state() {
        return switch (breaker.getState()) {
            case CLOSED -> CircuitState.CLOSED;
            case HALF_OPEN -> CircuitState.HALF_OPEN;
            case DISABLED, METRICS_ONLY -> CircuitState.DISABLED;
            // The library changes its state when the next call comes, which may be never.
            case OPEN, FORCED_OPEN ->
                clock.instant().isAfter(lastChange.plus(reset)) ? CircuitState.HALF_OPEN : CircuitState.OPEN;
        };
    }

    CircuitView view(int running) {
        CircuitBreaker.Metrics metrics = breaker.getMetrics();
        return new CircuitView(
                breaker.getName(),
                state(),
                rate(metrics.getFailureRate()),
                metrics.getNumberOfBufferedCalls(),
                metrics.getNumberOfFailedCalls(),
                metrics.getNumberOfNotPermittedCalls(),
                running,
                lastChange);
    }

    private void changed(CircuitBreaker.StateTransition change) {
        lastChange = clock.instant();
        number.incrementAndGet();
        firstFailure.set(NONE);
        switch (change.getToState()) {
            case OPEN -> LOG.warn("{} is not called for {} ms", breaker.getName(), reset.toMillis());
            case CLOSED -> LOG.warn("{} is called again", breaker.getName());
            case HALF_OPEN, DISABLED, METRICS_ONLY, FORCED_OPEN ->
                LOG.debug("{} is {}", breaker.getName(), change.getToState());
        }
    }

    private static CircuitBreakerConfig config(OutboundSettings settings, Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(
                        settings.threshold(), settings.threshold(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(ALL)
                // Who answers within the limit has answered: the library's slow calls would be those of a cold start.
                .slowCallDurationThreshold(NEVER)
                .waitDurationInOpenState(settings.resetTimeout())
                .permittedNumberOfCallsInHalfOpenState(Math.min(MOST_PROBES, settings.threshold()))
                .build();
    }

    // The library's word for "not enough calls" is a negative rate.
    private static @Nullable Double rate(float percent) {
        return percent < 0 ? null : (double) percent;
    }

    /** A call that was let through. */
    final class Passage {

        private final long began = System.nanoTime();
        private final int inState;

        private Passage(int inState) {
            this.inState = inState;
        }

        /** Once, however the call ended. */
        void end(Result result, long nanos) {
            if (inState != number.get()) {
                return;
            }
            switch (result) {
                case ANSWERED -> {
                    firstFailure.set(NONE);
                    breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
                }
                case FAILED, TIMED_OUT -> {
                    if (isNews()) {
                        breaker.onError(nanos, TimeUnit.NANOSECONDS, new Failure());
                    } else {
                        breaker.releasePermission();
                    }
                }
                case ABANDONED -> breaker.releasePermission();
            }
        }

        private boolean isNews() {
            return breaker.getState() != CircuitBreaker.State.CLOSED
                    || firstFailure.compareAndSet(NONE, System.nanoTime())
                    || began - firstFailure.get() >= 0;
        }
    }

    /** The library wants an exception; which one it was is nobody's business there. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure() {
            super("failed", null, false, false);
        }
    }
}
