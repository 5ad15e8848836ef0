package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.Allowance;
import dev.mstv.platform.edge.RateLimit;
import dev.mstv.platform.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts the requests of each caller. Whether the process lives and is ready can always be asked. */
@Singleton
final class RateLimiter {

    private static final String ATTRIBUTE = "mstv.limit";

    private final RateLimit limit;

    RateLimiter(RateLimit limit) {
        this.limit = limit;
    }

    /** Counts the request; the problem if it is one too many. */
    CompletionStage<Optional<Problem>> exceeded(HttpRequest<?> request, CallContext call) {
        if (Probes.isOne(request)) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return limit.count(call).thenApply(allowance -> {
            request.setAttribute(ATTRIBUTE, allowance);
            return allowance.granted() ? Optional.empty() : Optional.of(RateLimit.exceeded(allowance));
        });
    }

    void addHeaders(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Allowance.class)
                .ifPresent(allowance -> allowance.head().forEach(response::header));
    }
}
