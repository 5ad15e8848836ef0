package dev.mstv.platform.events;

import java.util.UUID;

/** A row of {@code <module>_parked}, as far as is needed to decide about it. */
record StoredLetter(UUID id, String subscriber, UUID eventId, UUID stream, boolean dead) {

    /** False for what arrived and was no event: no subscriber could take it. */
    boolean event() {
        return subscriber.indexOf('.') >= 0;
    }
}
