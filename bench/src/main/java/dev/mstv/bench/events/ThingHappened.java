package dev.mstv.bench.events;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** As large as a registration is. */
@Event.Type("bench.happened")
record ThingHappened(UUID thing, String text) implements BenchEvent {}
