package dev.mstv.platform.events;

import java.util.UUID;

/** What an operator does with a dead letter; its stream is the letter. */
@Event.Topic("ops.events")
public sealed interface DeadLetterEvent extends Event permits DeadLetterReplayed, DeadLetterDiscarded {

    String subscriber();

    /** The event that the letter holds. */
    UUID eventId();
}
