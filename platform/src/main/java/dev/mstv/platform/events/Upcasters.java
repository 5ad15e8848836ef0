package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.composition.Composition;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings stored events of older versions to the newest, step by step. A step that is missing, or there twice, stops the
 * start. Immutable.
 */
@Context
public final class Upcasters {

    private final Map<String, Map<Integer, Upcaster>> steps = new HashMap<>();

    @Inject
    Upcasters(EventTypes types, List<Upcaster> upcasters, Composition composition) {
        this(
                types,
                upcasters,
                // Others' events are brought to the newest version where their module runs, before they are sent.
                types.newest().stream()
                        .filter(type ->
                                type.module() == null || composition.modules().contains(type.module()))
                        .toList());
    }

    private Upcasters(EventTypes types, List<Upcaster> upcasters, Collection<EventType> complete) {
        upcasters.forEach(upcaster -> add(types, upcaster));
        complete.forEach(this::refuseGaps);
    }

    /** The given ones alone, complete for all of the types. */
    public static Upcasters of(EventTypes types, Upcaster... upcasters) {
        return new Upcasters(types, List.of(upcasters), types.newest());
    }

    /**
     * The data in the newest version that this process knows; as they are if they have that version, a later one, or an
     * unknown type. The given tree is left as it is.
     *
     * @throws IllegalArgumentException if the version is less than 1, or data of an older version are no JSON object
     */
    public Payload upcast(String type, int version, JsonNode data) {
        if (version < 1) {
            throw new IllegalArgumentException("There is no version " + version + " of " + type);
        }
        Map<Integer, Upcaster> ahead = steps.getOrDefault(type, Map.of());
        int reached = version;
        JsonNode current = data;
        for (Upcaster step = ahead.get(reached); step != null; step = ahead.get(reached)) {
            current = step.upcast(copy(current, type, reached));
            reached++;
        }
        return new Payload(reached, current);
    }

    private static ObjectNode copy(JsonNode data, String type, int version) {
        if (data instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw new IllegalArgumentException("The data of " + type + " version " + version + " are no object");
    }

    private void add(EventTypes types, Upcaster upcaster) {
        int newest = types.newest(upcaster.type()).map(EventType::version).orElse(0);
        if (upcaster.from() < 1 || upcaster.from() >= newest) {
            throw new IllegalStateException(step(upcaster.type(), upcaster.from()) + " leads nowhere: "
                    + (newest == 0 ? "there is no such event" : "the newest is " + newest));
        }
        if (steps.computeIfAbsent(upcaster.type(), any -> new HashMap<>()).put(upcaster.from(), upcaster) != null) {
            throw new IllegalStateException(step(upcaster.type(), upcaster.from()) + " is there twice");
        }
    }

    private void refuseGaps(EventType type) {
        for (int from = 1; from < type.version(); from++) {
            if (!steps.getOrDefault(type.name(), Map.of()).containsKey(from)) {
                throw new IllegalStateException(step(type.name(), from) + " is missing");
            }
        }
    }

    private static String step(String type, int from) {
        return "The upcaster of " + type + " from version " + from + " to " + (from + 1);
    }
}
