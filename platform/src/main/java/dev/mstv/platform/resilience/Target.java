package dev.mstv.platform.resilience;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.OutboundSettings;
import dev.mstv.platform.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that this process calls over a network. Calls run on the thread that makes them, which should be a virtual
 * one: only there can everything that waits be interrupted. Thread-safe.
 *
 * <p>Calls end within the limit of each attempt and within the time of the call that the thread serves
 * ({@link CallContext#timeLeft}). They throw a {@link Refusal}:
 *
 * <ul>
 *   <li>{@code service_unavailable}, with a time to come back: the target failed or took too long, is not called because
 *       it did so before, or has as many calls as it may; or the thread was interrupted, which stays set;
 *   <li>{@code deadline_exceeded}: the caller's own time was over first, or the caller has gone, for which the target is
 *       not blamed;
 *   <li>whichever one the {@link Call} throws.
 * </ul>
 */
public final class Target {

    private final String name;
    private final @Nullable Duration ownLimit;
    private final int concurrency;
    private final Watchdog watchdog;
    private final Pauses pauses;
    private final Clock clock;
    private final RetryBudget budget = new RetryBudget();
    private final TargetMeters meters;
    private volatile Way way;

    Target(
            String name,
            @Nullable Duration ownLimit,
            OutboundSettings settings,
            int concurrency,
            Watchdog watchdog,
            Pauses pauses,
            Clock clock,
            MeterRegistry registry) {
        this.name = name;
        this.ownLimit = ownLimit;
        this.concurrency = concurrency;
        this.watchdog = watchdog;
        this.pauses = pauses;
        this.clock = clock;
        this.way = way(settings);
        this.meters = new TargetMeters(registry, this);
    }

    public String name() {
        return name;
    }

    /** Makes a call that must not be made twice. */
    public <T> T call(Call<T> call) {
        return once(call, way.limit());
    }

    /**
     * Makes a call that must not be made twice, and waits for it as long as the call that the thread serves has time: who
     * gave up sooner would not know whether it came about.
     */
    public <T> T callPatiently(Call<T> call) {
        return once(call, CallContext.DEFAULT_PATIENCE);
    }

    private <T> T once(Call<T> call, Duration limit) {
        return switch (attempt(call, limit)) {
            case Attempt.Answered<T>(T value) -> value;
            case Attempt.Failed<T>(Refusal refusal) -> throw refusal;
        };
    }

    /**
     * Makes a call that comes to the same if it is made again: when the target fails it is repeated after a pause, as long
     * as there is time and as repetitions are few beside calls.
     */
    public <T> T callIdempotent(Call<T> call) {
        budget.earn();
        Way now = way;
        for (int failures = 1; ; failures++) {
            switch (attempt(call, now.limit())) {
                case Attempt.Answered<T>(T value) -> {
                    return value;
                }
                case Attempt.Failed<T>(Refusal refusal) -> {
                    if (failures >= now.attempts()
                            || !budget.spend()
                            || !pauses.take(now.pauses().after(failures))) {
                        throw refusal;
                    }
                    meters.repeated();
                }
            }
        }
    }

    void apply(OutboundSettings settings) {
        way = way(settings);
    }

    CircuitView view() {
        Way now = way;
        return now.circuit().view(now.running());
    }

    boolean hasLimit(@Nullable Duration limit) {
        return Optional.ofNullable(ownLimit).equals(Optional.ofNullable(limit));
    }

    private Way way(OutboundSettings settings) {
        return Way.of(name, settings, ownLimit == null ? settings.timeout() : ownLimit, concurrency, clock);
    }

    private <T> Attempt<T> attempt(Call<T> call, Duration limit) {
        Way now = way;
        Duration left = CallContext.timeLeft().orElse(limit);
        if (!left.isPositive()) {
            throw CallContext.tooLate();
        }
        if (!now.bulkhead().tryAcquirePermission()) {
            meters.refusedByBulkhead();
            throw Refusals.notNow(name);
        }
        try {
            Circuit.Passage passage = now.circuit().enter();
            if (passage == null) {
                meters.refusedByCircuit();
                throw Refusals.closedTo(name, now.circuit().untilNext());
            }
            boolean hurried = left.compareTo(limit) < 0;
            return pass(call, passage, new Trial(name, hurried ? left : limit, hurried));
        } finally {
            now.bulkhead().onComplete();
        }
    }

    private <T> Attempt<T> pass(Call<T> call, Circuit.Passage passage, Trial trial) {
        try {
            return trial.run(call, watchdog);
        } finally {
            long nanos = trial.nanos();
            passage.end(trial.result(), nanos);
            meters.attempted(trial.result(), nanos);
        }
    }
}
