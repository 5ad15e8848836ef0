package dev.mstv.platform.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the requests of each caller, in this process: with N processes a caller has up to N times the limit. Whether
 * the process lives and is ready can always be asked.
 */
@Singleton
final class RateLimiter {

    private static final String ATTRIBUTE = "mstv.limit";
    private static final Set<String> UNLIMITED = Set.of("/health/live", "/health/ready");
    private static final int CALLERS = 100_000;

    private final LimitSettings limit;
    private final LoadingCache<String, Bucket> buckets;

    RateLimiter(Settings settings) {
        this.limit = settings.limits();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(limit.window().multipliedBy(2))
                .build(any -> bucket());
    }

    /** Counts the request; the problem if it is one too many. */
    Optional<Problem> exceeded(HttpRequest<?> request, CallContext call) {
        if (UNLIMITED.contains(request.getPath())) {
            return Optional.empty();
        }
        String caller = call.caller() instanceof Caller.User user
                ? user.id()
                : call.client().address();
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        request.setAttribute(ATTRIBUTE, probe);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Problem.of(
                                ProblemKind.TOO_MANY,
                                "rate_limited",
                                "At most " + limit.requests() + " requests in "
                                        + limit.window().toSeconds() + " s.")
                        .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    void addHeaders(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, ConsumptionProbe.class)
                .ifPresent(probe -> response.header("RateLimit-Limit", Long.toString(limit.requests()))
                        .header("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()))
                        .header("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset()))));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.window()))
                .build();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
