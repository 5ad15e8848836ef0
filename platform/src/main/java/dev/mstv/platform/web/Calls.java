package dev.mstv.platform.web;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.security.Caller;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** The call that an HTTP request makes, from the filter that reads it to the thread that serves it. */
final class Calls {

    private static final String ATTRIBUTE = "mstv.call";

    private Calls() {}

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

    /** Serves the call on this thread; whatever is logged meanwhile says for which request, trace and user. */
    static <T> T serve(CallContext call, Supplier<T> work) {
        MDC.put("requestId", call.requestId());
        MDC.put("traceId", call.trace().traceId());
        if (call.caller() instanceof Caller.User user) {
            MDC.put("userId", user.id());
        }
        try {
            return call.call(work);
        } finally {
            MDC.clear();
        }
    }
}
