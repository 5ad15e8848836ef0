package dev.mstv.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way from the store of its module to subscribers, in this process or another.
 *
 * @param type logical name, such as {@code user.registered}
 * @param module in whose store it is
 * @param stream the aggregate it happened to; events of one stream arrive in their order
 * @param version of the aggregate after it, from 1 without gaps
 * @param position in the store
 * @param actor who did it: a user's id, {@code system} or {@code anonymous}
 * @param requestId of the request it began with, however many events ago
 * @param causationId the event whose effect it is; null if none is
 * @param traceparent W3C trace context; null if the sender had none
 * @param person whom its data tell of; null if nobody
 * @param data JSON; what was personal is left out once the person is erased
 */
public record Envelope(
        UUID id,
        String type,
        int schemaVersion,
        String module,
        UUID stream,
        long version,
        long position,
        Instant occurredAt,
        String actor,
        String requestId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        @Nullable UUID person,
        String data) {

    /** The same with other data. */
    Envelope with(String otherData) {
        return new Envelope(
                id,
                type,
                schemaVersion,
                module,
                stream,
                version,
                position,
                occurredAt,
                actor,
                requestId,
                causationId,
                traceparent,
                person,
                otherData);
    }

    @Override
    public String toString() {
        return type + ' ' + id + " (" + module + ' ' + stream + ' ' + version + ')';
    }
}
