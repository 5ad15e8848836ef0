package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/**
 * What may be kept of an event for good: the fields of its record that are not {@link Personal}. Of a type or version
 * that has no record here nobody can tell which they are. Thread-safe.
 */
@Singleton
public final class ImpersonalData {

    private final EventTypes types;

    ImpersonalData(EventTypes types) {
        this.types = types;
    }

    /** As in JSON; empty if nothing may be kept. */
    public Optional<Map<String, Object>> of(Envelope event) {
        return types.find(event.type(), event.schemaVersion())
                .map(type -> EventJson.map(impersonal(EventJson.tree(event.data()), type.event())));
    }

    private static ObjectNode impersonal(JsonNode data, Class<?> type) {
        ObjectNode kept = EventJson.object();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = data.path(component.getName());
            if (value.isMissingNode() || component.isAnnotationPresent(Personal.class)) {
                continue;
            }
            boolean nested = component.getType().isRecord() && value.isObject();
            kept.set(component.getName(), nested ? impersonal(value, component.getType()) : value);
        }
        return kept;
    }
}
