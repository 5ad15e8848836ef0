package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Judges documents by a validator that is not ours. */
final class JsonSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private JsonSchemas() {}

    /** What does not fit, one line each; formats such as {@code uuid} are checked too. */
    static List<String> faults(JsonNode schema, JsonNode document) {
        return REGISTRY
                .getSchema(schema)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** What of a schema its dialect does not know as one. */
    static List<String> faultsOfSchema(JsonNode schema) {
        return REGISTRY
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(schema)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Data without the fields that their schema does not require, such as those of a person who was erased. */
    static JsonNode withoutOptional(JsonNode schema, JsonNode data) {
        if (!(data instanceof ObjectNode object)) {
            return data;
        }
        ObjectNode least = object.objectNode();
        schema.path("required")
                .forEach(name -> least.set(
                        name.textValue(),
                        withoutOptional(
                                schema.path("properties").path(name.textValue()), object.path(name.textValue()))));
        return least;
    }
}
