package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.IncomingCalls;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Authentication;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads from a request who calls and how, before any controller; adds to every answer what every answer has. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EdgeFilter implements Ordered {

    private final Authentication authentication;
    private final IncomingCalls calls;
    private final RateLimiter rateLimiter;
    private final ResponseHeaders responseHeaders;
    private final ProblemResponses problems;

    EdgeFilter(
            Authentication authentication,
            IncomingCalls calls,
            RateLimiter rateLimiter,
            ResponseHeaders responseHeaders,
            ProblemResponses problems) {
        this.authentication = authentication;
        this.calls = calls;
        this.rateLimiter = rateLimiter;
        this.responseHeaders = responseHeaders;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> before(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        CallContext call = Calls.read(request, calls, authentication.caller(headers.get(HttpHeaders.AUTHORIZATION)));
        Calls.put(request, call);
        return rateLimiter.exceeded(request, call).thenApply(limited -> limited.or(() -> fault(request))
                .<HttpResponse<?>>map(found -> problems.response(request, found)));
    }

    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        responseHeaders.add(request, response);
    }

    private static Optional<Problem> fault(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        // RFC 9112, sections 3.2 and 3.2.1.
        if (headers.getAll(HttpHeaders.HOST).size() != 1 || !request.getPath().startsWith("/")) {
            return Optional.of(
                    Problem.of(ProblemKind.INVALID, "malformed_request", "The request cannot be understood."));
        }
        return IncomingCalls.fault(headers::getAll);
    }
}
