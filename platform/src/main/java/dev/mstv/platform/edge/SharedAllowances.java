package dev.mstv.platform.edge;

import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.config.Live;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.redis.Redis;
import dev.mstv.platform.redis.Script;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts in Redis, where all nodes count together. If Redis does not answer at once, this process counts by itself. */
@Singleton
@Primary
@Requires(property = Redis.ON, value = "true")
final class SharedAllowances implements Allowances {

    private static final Logger LOG = LoggerFactory.getLogger(SharedAllowances.class);
    private static final Script<List<Long>> LIMIT = Script.numbers("limit");
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final Redis redis;
    private final ProcessAllowances alone;
    private final Live<LimitSettings> limits;
    private final Counter failedOpen;
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

    SharedAllowances(Redis redis, ProcessAllowances alone, LiveSettings settings, MeterRegistry meters) {
        this.redis = redis;
        this.alone = alone;
        this.limits = settings.limits();
        this.failedOpen = Counter.builder("mstv.rate_limit.failed_open")
                .description("Requests that were counted by one process alone because Redis did not answer")
                .register(meters);
    }

    @Override
    public CompletionStage<Allowance> take(String caller) {
        LimitSettings limit = limits.get();
        String window = Long.toString(limit.window().toMillis());
        return redis.run(LIMIT, List.of("limit:" + caller), List.of(window))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer -> allowance(limit, answer.get(0), answer.get(1)))
                .exceptionallyCompose(failure -> countAlone(caller));
    }

    private static Allowance allowance(LimitSettings limit, long used, long millis) {
        return new Allowance(
                limit,
                used <= limit.requests(),
                Math.max(0, limit.requests() - used),
                Duration.ofMillis(Math.max(0, millis)));
    }

    private CompletionStage<Allowance> countAlone(String caller) {
        failedOpen.increment();
        long now = System.nanoTime();
        long next = nextWarning.get();
        if (now - next >= 0 && nextWarning.compareAndSet(next, now + BETWEEN_WARNINGS.toNanos())) {
            LOG.warn("Redis does not count requests: each process limits its callers by itself");
        }
        return alone.take(caller);
    }
}
