package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Data that fit a schema of {@link EventSchema}, with every field; always the same. */
final class Example {

    static final String TIME = "2026-01-01T00:00:00Z";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Example() {}

    /**
     * An example of what a schema describes.
     *
     * @param name of the field; empty at the root
     */
    static JsonNode of(String name, JsonNode schema) {
        return switch (schema.path("type").textValue()) {
            case "object" -> object(schema.path("properties"));
            case "array" -> JSON.arrayNode().add(of(name, schema.path("items")));
            case "boolean" -> JSON.booleanNode(true);
            case "integer" -> JSON.numberNode(1);
            case "number" -> JSON.numberNode(1.5);
            case String any -> JSON.textNode(text(name, schema));
        };
    }

    /** A UUID of version 7, another one for each name. */
    static String uuid(String name) {
        return new UUID(0x019B_7538_4C00_7000L, 0x8000_0000_0000_0000L | Integer.toUnsignedLong(name.hashCode()))
                .toString();
    }

    private static ObjectNode object(JsonNode properties) {
        ObjectNode object = JSON.objectNode();
        properties.properties().forEach(field -> object.set(field.getKey(), of(field.getKey(), field.getValue())));
        return object;
    }

    private static String text(String name, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> uuid(name);
            case "date-time" -> TIME;
            default -> schema.path("enum").path(0).asText(name);
        };
    }
}
