package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.security.DataKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of what one module has stored what subscribers read: opened, if the person is still there, in the newest form. */
final class EventReader {

    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

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
            JsonNode about = metadata(event);
            metadata.put(event.id(), about);
            UUID person = id(about, "person");
            if (person != null) {
                persons.add(person);
            }
        }
        Map<UUID, DataKey> known = keys.of(database, persons);
        return events.stream()
                .map(event -> envelope(event, Objects.requireNonNull(metadata.get(event.id())), known))
                .toList();
    }

    private Envelope envelope(StoredEvent event, JsonNode metadata, Map<UUID, DataKey> known) {
        UUID person = id(metadata, "person");
        Payload payload = payload(event, person == null ? null : known.get(person));
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
                payload.data().isMissingNode() ? "" : EventJson.write(payload.data()));
    }

    private static JsonNode metadata(StoredEvent event) {
        try {
            return EventJson.tree(event.metadata());
        } catch (UnreadableEventException e) {
            LOG.error("Who caused the event {} cannot be read", event.id(), e);
            return MissingNode.getInstance();
        }
    }

    /** What it says; nothing at all if that cannot be read: subscribers refuse it, and the events after it flow. */
    private Payload payload(StoredEvent event, @Nullable DataKey key) {
        try {
            JsonNode data = EventJson.tree(event.payload());
            Sealing.open(data, key, event.id());
            return upcasters.upcast(event.type(), event.schemaVersion(), data);
        } catch (RuntimeException e) {
            // It was altered, or an upcaster has a bug: either way it is this event's matter alone.
            LOG.error("The event {} of {} cannot be read", event.id(), database.module(), e);
            return new Payload(event.schemaVersion(), MissingNode.getInstance());
        }
    }

    private static @Nullable UUID id(JsonNode metadata, String name) {
        String text = metadata.path(name).textValue();
        return text == null ? null : UUID.fromString(text);
    }
}
