package dev.mstv.platform.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.config.Settings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts in this process: with N processes a caller has up to N times the limit. */
@Singleton
final class ProcessAllowances implements Allowances {

    private static final int CALLERS = 100_000;

    private final LimitSettings limit;
    private final LoadingCache<String, Bucket> buckets;

    ProcessAllowances(Settings settings) {
        this.limit = settings.limits();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(limit.window().multipliedBy(2))
                .build(any -> bucket());
    }

    @Override
    public CompletionStage<Allowance> take(String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return CompletableFuture.completedStage(new Allowance(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset())));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.window()))
                .build();
    }
}
