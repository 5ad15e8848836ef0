package dev.mstv.platform.events;

import dev.mstv.platform.security.Encryption;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Events of one module's subscribers as they are kept while they are parked: all that they say is sealed under the key of
 * their person, and beside it stands what is not personal. When the person is erased that is left, and the event with it.
 */
final class ParkedEnvelopes {

    private static final String NOTHING = "{}";

    private final Encryption encryption;
    private final PersonKeys keys;
    private final ImpersonalData impersonal;

    ParkedEnvelopes(Encryption encryption, PersonKeys keys, ImpersonalData impersonal) {
        this.encryption = encryption;
        this.keys = keys;
        this.impersonal = impersonal;
    }

    /**
     * What is encrypted.
     *
     * @param event without what is personal if it has a person; null in what an earlier release has parked
     * @param data all that it says, under the key of its person; null if it has none or they were erased already
     */
    private record Kept(@Nullable Envelope event, @Nullable String data) {}

    /** As text, in the current transaction. */
    String seal(Handle handle, Envelope event) {
        UUID person = event.person();
        Kept kept = person == null
                ? new Kept(event, null)
                : new Kept(
                        event.with(impersonal.of(event).map(EventJson::write).orElse(NOTHING)),
                        keys.ofOrNew(handle, person)
                                .map(key -> key.seal(event.data().getBytes(StandardCharsets.UTF_8), place(event)))
                                .orElse(null));
        return encryption.encrypt(EventJson.write(kept).getBytes(StandardCharsets.UTF_8));
    }

    /** The event again, without what was personal if its person is erased. */
    Envelope open(Handle handle, String sealed) {
        String text = new String(encryption.decrypt(sealed), StandardCharsets.UTF_8);
        Kept kept = EventJson.read(text, Kept.class);
        Envelope event = kept.event();
        if (event == null) {
            return EventJson.read(text, Envelope.class);
        }
        String data = kept.data();
        UUID person = event.person();
        if (data == null || person == null) {
            return event;
        }
        return keys.of(handle, person)
                .map(key -> event.with(new String(key.open(data, place(event)), StandardCharsets.UTF_8)))
                .orElse(event);
    }

    private static String place(Envelope event) {
        return event.id() + "/parked";
    }
}
