package dev.mstv.audit;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event, as it is remembered.
 *
 * @param module in whose store it is
 * @param subject the aggregate it happened to
 * @param sequence version of the aggregate after it
 * @param actor a user's id, {@code system} or {@code anonymous}
 * @param requestId of the request it began with
 * @param traceId null if the event had none
 * @param causationId the event whose effect it is; null if none is
 * @param data what of it is not personal; null if that was not known
 */
@Introspected
public record AuditEntry(
        UUID eventId,
        String module,
        String type,
        int schemaVersion,
        UUID subject,
        long sequence,
        String actor,
        Instant occurredAt,
        String requestId,
        @Nullable String traceId,
        @Nullable UUID causationId,
        @Nullable Map<String, Object> data) {

    public AuditEntry {
        data = data == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
