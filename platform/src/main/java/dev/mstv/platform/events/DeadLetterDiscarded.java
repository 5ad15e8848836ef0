package dev.mstv.platform.events;

import java.util.UUID;

/** A dead letter is given up, and counts as done. */
@Event.Type("dead_letter.discarded")
public record DeadLetterDiscarded(String subscriber, UUID eventId) implements DeadLetterEvent {}
