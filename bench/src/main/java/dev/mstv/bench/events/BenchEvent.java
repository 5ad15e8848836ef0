package dev.mstv.bench.events;

import dev.mstv.platform.events.Event;

/** What happens in a benchmark. */
@Event.Topic("bench.events")
sealed interface BenchEvent extends Event permits ThingHappened {}
