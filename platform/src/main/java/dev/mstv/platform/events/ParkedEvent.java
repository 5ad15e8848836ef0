package dev.mstv.platform.events;

import java.util.UUID;

/** An event that a subscriber could not take, after so many attempts. */
record ParkedEvent(UUID id, String subscriber, Envelope event, int attempts) {}
