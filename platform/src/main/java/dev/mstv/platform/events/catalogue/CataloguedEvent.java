package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.events.EventType;
import java.util.ArrayList;
import java.util.List;

/**
 * A type of event, described. Immutable.
 *
 * @param schema of its data, JSON Schema draft 2020-12
 * @param example data that fit the schema, with every field
 * @param personal paths of the fields that hold personal data, such as {@code changes.email}
 */
public record CataloguedEvent(EventType type, ObjectNode schema, ObjectNode example, List<String> personal) {

    public CataloguedEvent {
        schema = schema.deepCopy();
        example = example.deepCopy();
        personal = List.copyOf(personal);
    }

    static CataloguedEvent of(EventType type) {
        ObjectNode schema = EventSchema.of(type);
        List<String> personal = new ArrayList<>();
        findPersonal(schema, "", personal);
        return new CataloguedEvent(type, schema, (ObjectNode) Example.of("", schema), personal);
    }

    @Override
    public ObjectNode schema() {
        return schema.deepCopy();
    }

    @Override
    public ObjectNode example() {
        return example.deepCopy();
    }

    private static void findPersonal(JsonNode schema, String path, List<String> found) {
        if (schema.path(EventSchema.PERSONAL).asBoolean()) {
            found.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> findPersonal(
                        field.getValue(), path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), found));
    }
}
