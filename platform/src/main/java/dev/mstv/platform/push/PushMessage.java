package dev.mstv.platform.push;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A push as clients see it, the same by every protocol.
 *
 * @param id of the event
 * @param subject id of the aggregate it happened to
 * @param data a JSON object
 * @param timestamp when it happened
 * @param traceId null if nobody knows
 */
public record PushMessage(
        UUID id,
        String event,
        UUID subject,
        @JsonRawValue String data,
        Instant timestamp,
        String requestId,
        @Nullable String traceId) {

    public static PushMessage of(Push push) {
        return new PushMessage(
                push.id(), push.event(), push.subject(), push.data(), push.at(), push.requestId(), push.traceId());
    }

    /** As JSON. */
    public static String json(Push push) {
        return PushJson.text(of(push));
    }
}
