package dev.mstv.platform.push;

import dev.mstv.platform.bus.Trace;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News for clients. It holds nothing personal, because it is kept where nobody is erased: who may know more asks for it.
 *
 * @param id of the event it comes from; a push that comes twice has the same
 * @param event logical name, such as {@code order.paid}
 * @param subject id of the aggregate it happened to
 * @param data a JSON object
 * @param at when it happened
 * @param requestId of the request it began with
 * @param traceparent W3C trace context; null if there is none
 */
public record Push(
        UUID id,
        String event,
        UUID subject,
        Set<Audience> audiences,
        String data,
        Instant at,
        String requestId,
        @Nullable String traceparent) {

    public Push {
        audiences = Set.copyOf(audiences);
    }

    /** The trace it belongs to; null if there is none. */
    public @Nullable String traceId() {
        return traceparent == null ? null : Trace.continued(traceparent).traceId();
    }
}
