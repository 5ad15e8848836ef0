package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Envelopes as they are on a topic: CloudEvents 1.0 in structured JSON, with our extensions. */
final class CloudEventSchema {

    /** Where {@link #head} is. */
    static final String HEAD = "#/components/schemas/head";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> FORMATS = Map.of(
            "id", "uuid",
            "source", "uri-reference",
            "subject", "uuid",
            "time", "date-time",
            "dataschema", "uri-reference",
            "causationid", "uuid",
            "person", "uuid");

    private static final List<String> REQUIRED = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "schemaversion",
            "sequence",
            "position",
            "correlationid",
            "actor",
            "data");

    private CloudEventSchema() {}

    /** The envelope of one type of event, whose data are described where {@code data} says. */
    static ObjectNode of(CataloguedEvent event, String data) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        REQUIRED.forEach(schema.putArray("required")::add);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        texts(properties, "id", "source");
        properties.putObject("type").put("const", event.type().name());
        texts(properties, "subject", "time");
        properties.putObject("datacontenttype").put("const", "application/json");
        texts(properties, "dataschema");
        properties.putObject("schemaversion").put("const", event.type().version());
        properties.putObject("sequence").put("type", "string").put("pattern", "^[1-9][0-9]*$");
        properties.putObject("position").put("type", "string").put("pattern", "^[0-9]+$");
        texts(properties, "correlationid", "causationid", "traceparent", "actor", "person");
        ArrayNode parts = properties.putObject("data").putArray("allOf");
        parts.addObject().put("$ref", HEAD);
        parts.addObject().put("$ref", data);
        return schema;
    }

    /** What the data of every event begin with. */
    static ObjectNode head() {
        ObjectNode head = JSON.objectNode().put("type", "object");
        head.putArray("required").add("event").add("timestamp");
        head.withObject("/properties/event").put("type", "string").put("description", "The type, as in the envelope.");
        head.withObject("/properties/timestamp").put("type", "string").put("format", "date-time");
        return head;
    }

    /** An envelope that fits, with every attribute. */
    static ObjectNode example(CataloguedEvent event) {
        ObjectNode envelope = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", Example.uuid("id"))
                .put(
                        "source",
                        "/mstv"
                                + (event.type().module() == null
                                        ? ""
                                        : "/" + event.type().module()))
                .put("type", event.type().name())
                .put("subject", Example.uuid("subject"))
                .put("time", Example.TIME)
                .put("datacontenttype", "application/json")
                .put("dataschema", event.type().schemaId())
                .put("schemaversion", event.type().version())
                .put("sequence", "1")
                .put("position", "1")
                .put("correlationid", "request-1")
                .put("causationid", Example.uuid("causationid"))
                .put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .put("actor", Example.uuid("actor"))
                .put("person", Example.uuid("person"));
        ObjectNode data =
                envelope.putObject("data").put("event", event.type().name()).put("timestamp", Example.TIME);
        data.setAll(event.example());
        return envelope;
    }

    private static void texts(ObjectNode properties, String... names) {
        for (String name : names) {
            ObjectNode property = properties.putObject(name).put("type", "string");
            if (FORMATS.containsKey(name)) {
                property.put("format", FORMATS.get(name));
            }
        }
    }
}
