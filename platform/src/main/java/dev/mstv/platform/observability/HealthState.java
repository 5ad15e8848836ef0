package dev.mstv.platform.observability;

import java.util.Map;

/**
 * What a check found.
 *
 * @param figures what it was judged by, for an administrator; numbers, texts or booleans
 */
public record HealthState(Status status, Map<String, Object> figures) {

    public HealthState {
        figures = Map.copyOf(figures);
    }

    /** Of something that either can be used or cannot. */
    public static HealthState of(boolean up) {
        return new HealthState(up ? Status.UP : Status.DOWN, Map.of());
    }

    /** Of something that works, but not as it should if {@code degraded}. */
    public static HealthState working(boolean degraded, Map<String, Object> figures) {
        return new HealthState(degraded ? Status.DEGRADED : Status.UP, figures);
    }
}
