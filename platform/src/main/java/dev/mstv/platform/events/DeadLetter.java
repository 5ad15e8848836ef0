package dev.mstv.platform.events;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that a subscriber could not take however often it was tried. The later events of its stream wait behind it.
 *
 * @param error what the last attempt ended with; empty if its person was erased since
 * @param attempts how many there were
 * @param parkedAt when the first one failed
 * @param waiting how many events are behind it
 */
@Introspected
public record DeadLetter(
        UUID id, String subscriber, About event, String error, int attempts, Instant parkedAt, long waiting) {

    /**
     * Which event it is.
     *
     * @param subject the aggregate it happened to
     */
    @Introspected
    public record About(UUID id, String type, UUID subject) {}
}
