package dev.mstv.payments.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event because of which something is done later.
 *
 * @param requestId of the request that the event came from
 * @param traceparent of the trace that it came from; null if it had none
 */
public record Origin(UUID event, String requestId, @Nullable String traceparent) {}
