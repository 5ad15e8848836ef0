package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.edge.RequestIds;
import dev.mstv.platform.security.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from the head of a request what call it makes. */
@Singleton
final class IncomingCalls {

    static final String CONSISTENCY_TOKEN = "X-Consistency-Token";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final ClientAddress clientAddress;

    IncomingCalls(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    CallContext of(HttpRequest<?> request, Caller caller) {
        HttpHeaders headers = request.getHeaders();
        Client client = new Client(clientAddress.of(request), headers.get(HttpHeaders.USER_AGENT));
        Trace trace = Trace.continued(headers.get("traceparent"));
        return CallContext.of(caller, client, requestId(headers), trace, headers.get(IDEMPOTENCY_KEY))
                .seen(token(headers).orElse(ConsistencyToken.NONE));
    }

    /** What the caller has seen; empty if they do not say so, or nothing that can be understood. */
    static Optional<ConsistencyToken> token(HttpHeaders headers) {
        return headers.getFirst(CONSISTENCY_TOKEN).flatMap(ConsistencyToken::parse);
    }

    private static String requestId(HttpHeaders headers) {
        String sent = headers.get("X-Request-Id");
        return sent != null && REQUEST_ID.matcher(sent).matches() ? sent : RequestIds.next();
    }
}
