package dev.mstv.platform.events;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.EventSettings;
import java.util.Map;

/** By which transport events leave this process; the beans of the others do not exist. */
public final class EventTransport {

    /** The property that the beans of a transport require. */
    public static final String PROPERTY = "mstv.event-transport";

    static final String LOCAL = "local";

    /** Through a Kafka broker. */
    public static final String KAFKA = "kafka";

    private static final String NONE = "none";

    private EventTransport() {}

    /** Kafka if it is on; else directly, but only where every subscriber is: nobody would tell the others. */
    public static Map<String, Object> properties(EventSettings settings, Composition composition) {
        boolean whole = composition.modules().containsAll(composition.all());
        return Map.of(PROPERTY, settings.kafka().isPresent() ? KAFKA : whole ? LOCAL : NONE);
    }
}
