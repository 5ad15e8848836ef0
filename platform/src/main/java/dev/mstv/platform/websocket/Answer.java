package dev.mstv.platform.websocket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a client.
 *
 * @param data null if there is an error
 * @param error null if there is none
 * @param requestId null for news
 * @param consistencyToken what the command did, for queries that must see it; null if nothing
 * @param idempotencyReplayed true if the outcome is that of an earlier command with the same key, else null
 * @param id of the frame that is answered; null if it had none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        String event,
        boolean success,
        @Nullable Object data,
        @Nullable Fault error,
        @Nullable String requestId,
        @Nullable String consistencyToken,
        @Nullable Boolean idempotencyReplayed,
        Instant timestamp,
        @Nullable String id) {

    static Answer news(String event, Object data, Instant at) {
        return new Answer(event, true, data, null, null, null, null, at, null);
    }

    static Answer success(String event, Reply reply, CallContext call, @Nullable String id, Instant at) {
        return new Answer(
                event,
                true,
                reply.data(),
                null,
                call.requestId(),
                reply.receipt().consistencyToken().map(Object::toString).orElse(null),
                reply.receipt().replayed() ? true : null,
                at,
                id);
    }

    static Answer failure(String event, Problem problem, CallContext call, @Nullable String id, Instant at) {
        Fault fault = new Fault(
                problem.code(),
                problem.detail(),
                problem.errors(),
                seconds(problem.retryAfter()),
                call.requestId(),
                call.trace().traceId());
        return new Answer(event, false, null, fault, null, null, null, at, id);
    }

    private static @Nullable Long seconds(@Nullable Duration wait) {
        return wait == null ? null : wait.plusMillis(999).toSeconds();
    }

    /**
     * Why a frame was refused.
     *
     * @param code stable; decide by it
     * @param detail for a person
     * @param errors the fields that were refused; left out if none was
     * @param retryAfter seconds after which trying again makes sense; left out if it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            String code,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
            @Nullable Long retryAfter,
            String requestId,
            String traceId) {}
}
