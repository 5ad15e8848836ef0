package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.edge.IncomingCalls;
import dev.mstv.platform.security.Caller;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The call that an HTTP request makes, from the filter that reads it to the thread that serves it. */
final class Calls {

    private static final String ATTRIBUTE = "mstv.call";

    private Calls() {}

    /** Reads from the head of a request what call it makes. */
    static CallContext read(HttpRequest<?> request, IncomingCalls calls, Caller caller) {
        return calls.of(
                request.getHeaders()::getAll,
                request.getRemoteAddress().getAddress().getHostAddress(),
                caller);
    }

    static void put(HttpRequest<?> request, CallContext call) {
        request.setAttribute(ATTRIBUTE, call);
    }

    static Optional<CallContext> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, CallContext.class);
    }

    /** The call, or one made up for a request that was refused before anything of it was read. */
    static CallContext ofOrNew(HttpRequest<?> request) {
        return of(request).orElseGet(() -> {
            CallContext call = CallContext.ofProcess();
            put(request, call);
            return call;
        });
    }
}
