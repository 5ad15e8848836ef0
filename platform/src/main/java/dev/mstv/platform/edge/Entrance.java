package dev.mstv.platform.edge;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.resilience.InboundGuard;
import dev.mstv.platform.resilience.Lane;
import dev.mstv.platform.resilience.Permit;
import dev.mstv.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** The way in for calls that are no HTTP requests: counted, let in if there is room, and served. Thread-safe. */
@Singleton
public final class Entrance {

    private final RateLimit limit;
    private final InboundGuard guard;

    Entrance(RateLimit limit, InboundGuard guard) {
        this.limit = limit;
        this.guard = guard;
    }

    /**
     * Serves a call on this thread, which must be one that may block.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code rate_limited}, {@code overloaded}, or whatever {@code work} throws
     */
    public <T> T serve(CallContext call, Supplier<T> work) {
        return serve(call, any -> {}, work);
    }

    /**
     * As {@link #serve(CallContext, Supplier)}.
     *
     * @param counted is told first what the caller may still ask
     */
    public <T> T serve(CallContext call, Consumer<Allowance> counted, Supplier<T> work) {
        Allowance allowance = limit.count(call).toCompletableFuture().join();
        counted.accept(allowance);
        if (!allowance.granted()) {
            throw RateLimit.exceeded(allowance).refusal();
        }
        Permit permit = guard.enter(Lane.WORK)
                .orElseThrow(() -> InboundGuard.overloaded().refusal());
        try {
            return bind(call, work);
        } finally {
            permit.close();
        }
    }

    /** Serves a call that is let in already; whatever is logged meanwhile says for which request, trace and user. */
    public static <T> T bind(CallContext call, Supplier<T> work) {
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
