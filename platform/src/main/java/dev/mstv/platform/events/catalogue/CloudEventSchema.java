package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Envelopes as they are on a topic: CloudEvents 1.0 in structured JSON, with our extensions. */
final class CloudEventSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> FORMATS = Map.of(
            "id", "uuid",
            "source", "uri-reference",
            "subject", "uuid",
            "time", "date-time",
            "dataschema", "uri",
            "causationid", "uuid");

    private static final List<String> REQUIRED = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "sequence",
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
        properties.putObject("dataschema").put("const", event.type().schemaId());
        properties.putObject("sequence").put("type", "integer").put("minimum", 1);
        texts(properties, "correlationid", "causationid", "traceparent", "actor");
        properties.putObject("data").put("$ref", data);
        return schema;
    }

    /** An envelope that fits, with every attribute. */
    static ObjectNode example(CataloguedEvent event) {
        ObjectNode envelope = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", Example.uuid("id"))
                .put("source", "/" + event.type().topic())
                .put("type", event.type().name())
                .put("subject", Example.uuid("subject"))
                .put("time", Example.TIME)
                .put("datacontenttype", "application/json")
                .put("dataschema", event.type().schemaId())
                .put("sequence", 1)
                .put("correlationid", "request-1")
                .put("causationid", Example.uuid("causationid"))
                .put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .put("actor", Example.uuid("actor"));
        envelope.set("data", event.example());
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
