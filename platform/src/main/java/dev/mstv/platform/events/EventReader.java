package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.security.DataKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of what one module has stored what subscribers read: opened, if the person is still there, in the newest form. */
final class EventReader {

    private final Database database;
    private final PersonKeys keys;
    private final Upcasters upcasters;

    EventReader(Database database, PersonKeys keys, Upcasters upcasters) {
        this.database = database;
        this.keys = keys;
        this.upcasters = upcasters;
    }

    /** The events in the order given. */
    List<Envelope> envelopes(List<StoredEvent> events) {
        Map<UUID, JsonNode> metadata = new HashMap<>();
        Set<UUID> persons = new HashSet<>();
        for (StoredEvent event : events) {
            JsonNode about = EventJson.tree(event.metadata());
            metadata.put(event.id(), about);
            UUID person = id(about, "person");
            if (person != null) {
                persons.add(person);
            }
        }
        Map<UUID, DataKey> known = keys.of(database, persons);
        return events.stream()
                .map(event -> envelope(event, metadata.getOrDefault(event.id(), EventJson.tree("{}")), known))
                .toList();
    }

    private Envelope envelope(StoredEvent event, JsonNode metadata, Map<UUID, DataKey> known) {
        UUID person = id(metadata, "person");
        JsonNode data = EventJson.tree(event.payload());
        Sealing.open(data, person == null ? null : known.get(person), event.id());
        Payload payload = upcasters.upcast(event.type(), event.schemaVersion(), data);
        return new Envelope(
                event.id(),
                event.type(),
                payload.version(),
                database.module(),
                event.stream(),
                event.version(),
                event.position(),
                event.occurredAt(),
                metadata.path("actor").asText("system"),
                metadata.path("requestId").asText(""),
                id(metadata, "causationId"),
                metadata.path("traceparent").textValue(),
                person,
                EventJson.write(payload.data()));
    }

    private static @Nullable UUID id(JsonNode metadata, String name) {
        String text = metadata.path(name).textValue();
        return text == null ? null : UUID.fromString(text);
    }
}
