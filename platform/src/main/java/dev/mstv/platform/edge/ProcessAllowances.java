package dev.mstv.platform.edge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.config.LiveSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Counts in this process: with N processes a caller has up to N times the limit. When the limit changes, everybody begins
 * anew with all of it.
 */
@Singleton
final class ProcessAllowances implements Allowances {

    private static final int CALLERS = 100_000;

    private volatile Counting counting;

    private record Counting(LimitSettings limit, LoadingCache<String, Bucket> buckets) {

        static Counting by(LimitSettings limit) {
            return new Counting(
                    limit,
                    Caffeine.newBuilder()
                            .maximumSize(CALLERS)
                            .expireAfterAccess(limit.window().multipliedBy(2))
                            .build(any -> bucket(limit)));
        }

        private static Bucket bucket(LimitSettings limit) {
            return Bucket.builder()
                    .addLimit(bandwidth ->
                            bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.window()))
                    .build();
        }
    }

    ProcessAllowances(LiveSettings settings) {
        this.counting = Counting.by(settings.limits().get());
        settings.limits().onChange(limit -> counting = Counting.by(limit));
    }

    @Override
    public CompletionStage<Allowance> take(String caller) {
        Counting current = counting;
        ConsumptionProbe probe = current.buckets().get(caller).tryConsumeAndReturnRemaining(1);
        return CompletableFuture.completedStage(new Allowance(
                current.limit(),
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset())));
    }
}
