package dev.mstv.platform.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.EventTypes;
import dev.mstv.platform.events.Personal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record of every kind of component, as the catalogue describes it. */
class CataloguedEventTest {

    @Event.Topic("lamp.events")
    private interface LampEvent extends Event {}

    private enum Colour {
        WARM,
        COLD
    }

    private record Owner(@Personal String name, @Nullable Integer age) {}

    private record Bulb(int watts, @Nullable String make) {}

    @Event.Type(value = "lamp.lit", version = 2)
    private record LampLit(
            UUID lampId,
            Instant since,
            long watts,
            BigDecimal price,
            boolean dimmed,
            Colour colour,
            Owner owner,
            List<Bulb> bulbs,
            @Personal @Nullable String note)
            implements LampEvent {}

    @Event.Type("lamp.timed")
    private record LampTimed(Duration rest) implements LampEvent {}

    @Event.Type("lamp.shared")
    private record LampShared(List<Owner> owners) implements LampEvent {}

    @Event.Type("lamp.aged")
    private record LampAged(@Personal int age) implements LampEvent {}

    private static CataloguedEvent lampLit() {
        return new Catalogue(EventTypes.of(LampLit.class)).newest("lamp.lit").orElseThrow();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void theSchemaSaysWhatTheRecordIsWrittenAs() throws IOException {
        assertThat(lampLit().schema()).isEqualTo(json("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                 "$id": "urn:mstv:event:lamp.lit:2",
                 "title": "lamp.lit",
                 "x-topic": "lamp.events",
                 "type": "object",
                 "properties": {
                   "lampId": {"type": "string", "format": "uuid"},
                   "since": {"type": "string", "format": "date-time"},
                   "watts": {"type": "integer"},
                   "price": {"type": "number"},
                   "dimmed": {"type": "boolean"},
                   "colour": {"type": "string", "enum": ["WARM", "COLD"]},
                   "owner": {"type": "object", "properties": {
                     "name": {"type": "string", "x-personal": true},
                     "age": {"type": "integer"}}},
                   "bulbs": {"type": "array", "items": {"type": "object", "properties": {
                     "watts": {"type": "integer"},
                     "make": {"type": "string"}}, "required": ["watts"]}},
                   "note": {"type": "string", "x-personal": true}},
                 "required": ["lampId", "since", "watts", "price", "dimmed", "colour", "owner", "bulbs"]}
                """));
    }

    @Test
    void theExampleHasEveryField() throws IOException {
        assertThat(lampLit().example()).isEqualTo(json("""
                {"lampId": "019b7538-4c00-7000-8000-0000bdd58513",
                 "since": "2026-01-01T00:00:00Z",
                 "watts": 1,
                 "price": 1.5,
                 "dimmed": true,
                 "colour": "WARM",
                 "owner": {"name": "name", "age": 1},
                 "bulbs": [{"watts": 1, "make": "make"}],
                 "note": "note"}
                """));
    }

    @Test
    void thePersonalFieldsAreNamedByTheirPaths() {
        assertThat(lampLit().personal()).containsExactly("owner.name", "note");
    }

    private static void refuses(Class<?> type, String message) {
        EventTypes types = EventTypes.of(type);
        assertThatIllegalStateException().isThrownBy(() -> new Catalogue(types)).withMessage(message, type.getName());
    }

    @Test
    void aComponentThatHasNoSchemaIsNamed() {
        refuses(LampTimed.class, "No JSON Schema is known of java.time.Duration, the type of %s.rest");
    }

    @Test
    void whatIsPersonalInAListIsRefused() {
        refuses(LampShared.class, "%s.owners is a list of what is personal, which is not encrypted");
    }

    @Test
    void whatIsPersonalButNoTextIsRefused() {
        refuses(LampAged.class, "%s.age is personal, but only texts are encrypted");
    }
}
