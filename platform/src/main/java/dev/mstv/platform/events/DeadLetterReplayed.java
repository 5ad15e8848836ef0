package dev.mstv.platform.events;

import java.util.UUID;

/** A dead letter is tried once more. */
@Event.Type("dead_letter.replayed")
public record DeadLetterReplayed(String subscriber, UUID eventId) implements DeadLetterEvent {}
