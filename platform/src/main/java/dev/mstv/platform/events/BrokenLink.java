package dev.mstv.platform.events;

import java.util.UUID;

/**
 * An event that is not, or not where, it was appended.
 *
 * @param version of the aggregate after it
 */
public record BrokenLink(String module, UUID stream, long version, UUID eventId, Fault fault) {

    static BrokenLink of(String module, StoredEvent event, Fault fault) {
        return new BrokenLink(module, event.stream(), event.version(), event.id(), fault);
    }

    /** What is wrong about it. */
    public enum Fault {
        /** What stands before it in its stream is gone, from the first event on. */
        BEGINNING_MISSING,
        /** The event before it is gone. */
        PREDECESSOR_MISSING,
        /** The event before it is another one than when it was appended. */
        PREDECESSOR_ALTERED,
        /** It is not what it was. */
        ALTERED,
        /** It is gone, and so is everything after it. */
        REMOVED
    }
}
