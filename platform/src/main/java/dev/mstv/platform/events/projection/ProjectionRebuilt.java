package dev.mstv.platform.events.projection;

import dev.mstv.platform.events.Event;

/**
 * A read model was made anew.
 *
 * @param events how many were applied
 * @param seconds how long it took
 */
@Event.Type("projection.rebuilt")
@Event.Topic("ops.events")
public record ProjectionRebuilt(String projection, long generation, long events, double seconds) implements Event {}
