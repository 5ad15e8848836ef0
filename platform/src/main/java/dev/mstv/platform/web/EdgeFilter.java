package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Authentication;
import dev.mstv.platform.security.Caller;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a request who calls and how, before any controller; adds to every answer what every answer has. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EdgeFilter implements Ordered {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final String CONSISTENCY_TOKEN = "X-Consistency-Token";
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[!-~]{1,255}");

    private final Authentication authentication;
    private final ClientAddress clientAddress;
    private final RateLimiter rateLimiter;
    private final ResponseHeaders responseHeaders;
    private final ProblemResponses problems;

    EdgeFilter(
            Authentication authentication,
            ClientAddress clientAddress,
            RateLimiter rateLimiter,
            ResponseHeaders responseHeaders,
            ProblemResponses problems) {
        this.authentication = authentication;
        this.clientAddress = clientAddress;
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
        Caller caller = authentication.caller(headers.get(HttpHeaders.AUTHORIZATION));
        Client client = new Client(clientAddress.of(request), headers.get(HttpHeaders.USER_AGENT));
        String key = headers.get("Idempotency-Key");
        CallContext call = CallContext.of(
                        caller, client, requestId(headers), Trace.continued(headers.get("traceparent")), key)
                .seen(token(headers).orElse(ConsistencyToken.NONE));
        Calls.put(request, call);
        return rateLimiter.exceeded(request, call).thenApply(limited -> limited.or(() -> fault(request, key))
                .<HttpResponse<?>>map(found -> problems.response(request, found)));
    }

    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        responseHeaders.add(request, response);
    }

    private static String requestId(HttpHeaders headers) {
        String sent = headers.get("X-Request-Id");
        return sent != null && REQUEST_ID.matcher(sent).matches() ? sent : RequestIds.next();
    }

    private static Optional<Problem> fault(HttpRequest<?> request, @Nullable String key) {
        HttpHeaders headers = request.getHeaders();
        // RFC 9112, sections 3.2 and 3.2.1.
        if (headers.getAll(HttpHeaders.HOST).size() != 1 || !request.getPath().startsWith("/")) {
            return Optional.of(
                    Problem.of(ProblemKind.INVALID, "malformed_request", "The request cannot be understood."));
        }
        if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
            return Optional.of(Problem.invalid(
                    "Idempotency-Key",
                    "invalid_idempotency_key",
                    "An Idempotency-Key has 1 to 255 visible characters."));
        }
        return headers.contains(CONSISTENCY_TOKEN) && token(headers).isEmpty()
                ? Optional.of(Problem.invalid(
                        CONSISTENCY_TOKEN, "invalid_consistency_token", "This is no consistency token of ours."))
                : Optional.empty();
    }

    private static Optional<ConsistencyToken> token(HttpHeaders headers) {
        return headers.getFirst(CONSISTENCY_TOKEN).flatMap(ConsistencyToken::parse);
    }
}
