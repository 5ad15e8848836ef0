package dev.mstv.platform.events.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.UnreadableEventException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes as CloudEvents 1.0 in structured JSON (cloudevents.io, JSON event format), and back. {@code data} begins with
 * the event's name and time, as the original's did.
 */
final class CloudEvents {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final String SOURCE = "/mstv/";
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_.]{0,99}");
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private CloudEvents() {}

    static byte[] write(Envelope event) {
        try {
            ObjectNode cloud = JSON.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", event.id().toString())
                    .put("source", SOURCE + event.module())
                    .put("type", event.type())
                    .put("subject", event.stream().toString())
                    .put("time", event.occurredAt().toString())
                    .put("datacontenttype", "application/json")
                    .put("dataschema", "urn:mstv:event:" + event.type() + ":" + event.schemaVersion())
                    .put("sequence", Long.toString(event.version()))
                    .put("schemaversion", event.schemaVersion())
                    .put("position", Long.toString(event.position()))
                    .put("actor", event.actor())
                    .put("correlationid", event.requestId());
            putIfThere(cloud, "causationid", event.causationId());
            putIfThere(cloud, "traceparent", event.traceparent());
            putIfThere(cloud, "person", event.person());
            if (JSON.readTree(event.data()) instanceof ObjectNode said) {
                ObjectNode data = JSON.createObjectNode()
                        .put("event", event.type())
                        .put("timestamp", event.occurredAt().toString());
                data.setAll(said);
                cloud.set("data", data);
            }
            return JSON.writeValueAsBytes(cloud);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written", e);
        }
    }

    /**
     * The envelope of a record's value.
     *
     * @throws UnreadableEventException if it is not an event of ours; the message tells nothing of its content
     */
    static Envelope read(byte[] value) {
        JsonNode cloud;
        try {
            cloud = JSON.readTree(value);
        } catch (IOException e) {
            throw new UnreadableEventException("not JSON");
        }
        if (!"1.0".equals(cloud.path("specversion").textValue())
                || !cloud.path("data").isObject()) {
            throw new UnreadableEventException("not a CloudEvent 1.0 with an object as its data");
        }
        try {
            return new Envelope(
                    UUID.fromString(text(cloud, "id")),
                    type(cloud),
                    atLeastOne(cloud.path("schemaversion").asInt(1)),
                    module(text(cloud, "source")),
                    UUID.fromString(text(cloud, "subject")),
                    atLeastOne(Long.parseLong(text(cloud, "sequence"))),
                    Long.parseLong(cloud.path("position").asText("0")),
                    time(cloud),
                    cloud.path("actor").asText("system"),
                    cloud.path("correlationid").asText(""),
                    id(cloud, "causationid"),
                    cloud.path("traceparent").textValue(),
                    id(cloud, "person"),
                    cloud.path("data").toString());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEventException("an attribute is not what it should be");
        }
    }

    private static void putIfThere(ObjectNode cloud, String name, @Nullable Object value) {
        if (value != null) {
            cloud.put(name, value.toString());
        }
    }

    private static String type(JsonNode cloud) {
        String type = text(cloud, "type");
        if (!TYPE.matcher(type).matches()) {
            throw new UnreadableEventException("its type is no name of an event");
        }
        return type;
    }

    private static int atLeastOne(int number) {
        return (int) atLeastOne((long) number);
    }

    private static long atLeastOne(long number) {
        if (number < 1) {
            throw new UnreadableEventException("a version is less than 1");
        }
        return number;
    }

    // Beyond what a database can keep.
    private static Instant time(JsonNode cloud) {
        Instant time = Instant.parse(text(cloud, "time"));
        if (time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME)) {
            throw new UnreadableEventException("its time is not from 1970 to 9999");
        }
        return time;
    }

    private static String module(String source) {
        if (!source.startsWith(SOURCE)) {
            throw new UnreadableEventException("not from a module of ours");
        }
        return source.substring(SOURCE.length());
    }

    private static String text(JsonNode cloud, String name) {
        String text = cloud.path(name).textValue();
        if (text == null) {
            throw new UnreadableEventException("the attribute " + name + " is missing");
        }
        return text;
    }

    private static @Nullable UUID id(JsonNode cloud, String name) {
        String text = cloud.path(name).textValue();
        return text == null ? null : UUID.fromString(text);
    }
}
