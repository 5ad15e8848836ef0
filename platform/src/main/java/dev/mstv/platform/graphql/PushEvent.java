package dev.mstv.platform.graphql;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A push as the schema has it. */
record PushEvent(
        UUID id,
        String event,
        UUID subject,
        Map<String, Object> data,
        Instant timestamp,
        String requestId,
        @Nullable String traceId) {}
