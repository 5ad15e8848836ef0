package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts the requests of each caller. Whether the process lives and is ready can always be asked. */
@Singleton
final class RateLimiter {

    private static final String ATTRIBUTE = "mstv.limit";

    private final Allowances allowances;

    RateLimiter(Allowances allowances) {
        this.allowances = allowances;
    }

    /** Counts the request; the problem if it is one too many. */
    CompletionStage<Optional<Problem>> exceeded(HttpRequest<?> request, CallContext call) {
        if (Probes.isOne(request)) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        String caller = call.caller() instanceof Caller.User user
                ? user.id()
                : call.client().address();
        return allowances.take(caller).thenApply(allowance -> {
            request.setAttribute(ATTRIBUTE, allowance);
            return allowance.granted() ? Optional.empty() : Optional.of(problem(allowance));
        });
    }

    void addHeaders(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Allowance.class).ifPresent(allowance -> response.header(
                        "RateLimit-Limit", Long.toString(allowance.limit().requests()))
                .header("RateLimit-Remaining", Long.toString(allowance.remaining()))
                .header("RateLimit-Reset", Long.toString(seconds(allowance.reset()))));
    }

    private static Problem problem(Allowance allowance) {
        LimitSettings limit = allowance.limit();
        return Problem.of(
                        ProblemKind.TOO_MANY,
                        "rate_limited",
                        "At most " + limit.requests() + " requests in "
                                + limit.window().toSeconds() + " s.")
                .retryAfter(allowance.reset());
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
