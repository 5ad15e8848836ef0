package dev.mstv.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.security.Encryption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events of one module's subscribers as they are kept while they are parked: encrypted, and in that their personal texts
 * under the key of their person, as in the store. When the person is erased those are gone, and the event is not.
 */
final class ParkedEnvelopes {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEnvelopes.class);

    private static final String WHOLE = "$whole";

    private final Encryption encryption;
    private final PersonKeys keys;
    private final EventTypes types;

    ParkedEnvelopes(Encryption encryption, PersonKeys keys, EventTypes types) {
        this.encryption = encryption;
        this.keys = keys;
        this.types = types;
    }

    /** As text, in the current transaction. */
    String seal(Handle handle, Envelope event) {
        UUID person = event.person();
        Envelope kept = person == null
                ? event
                : event.with(types.find(event.type(), event.schemaVersion())
                        .map(type -> sealed(handle, event, person, PersonalFields.of(type.event())))
                        .orElseGet(() -> whole(handle, event, person)));
        return encryption.encrypt(EventJson.write(kept).getBytes(StandardCharsets.UTF_8));
    }

    /** The event again, without what was personal if its person is erased. */
    Envelope open(Handle handle, String sealed) {
        String text = new String(encryption.decrypt(sealed), StandardCharsets.UTF_8);
        Envelope event = EventJson.read(text, Envelope.class);
        UUID person = event.person();
        return person == null ? event : event.with(opened(handle, event, person));
    }

    private String sealed(Handle handle, Envelope event, UUID person, List<List<String>> personal) {
        if (!(EventJson.tree(event.data()) instanceof ObjectNode data) || !Sealing.needed(data, personal)) {
            return event.data();
        }
        Sealing.seal(data, personal, keys.ofOrNew(handle, person).orElse(null), event.id());
        return EventJson.write(data);
    }

    /** All that it says: of a type or version that this release does not know nobody can tell what is personal. */
    private String whole(Handle handle, Envelope event, UUID person) {
        ObjectNode data = EventJson.object().put(WHOLE, event.data());
        Sealing.seal(data, List.of(List.of(WHOLE)), keys.ofOrNew(handle, person).orElse(null), event.id());
        return EventJson.write(data);
    }

    /** Nothing at all if somebody sent what looks sealed and is not ours: its subscriber refuses that. */
    private String opened(Handle handle, Envelope event, UUID person) {
        JsonNode data = EventJson.tree(event.data());
        try {
            Sealing.open(data, keys.of(handle, person).orElse(null), event.id());
        } catch (RuntimeException e) {
            LOG.error("The event {} that was parked cannot be read", event.id(), e);
            return "";
        }
        if (data.isMissingNode()) {
            return "";
        }
        return data.path(WHOLE).isTextual() ? data.path(WHOLE).textValue() : EventJson.write(data);
    }
}
