package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.events.EventType;
import dev.mstv.platform.events.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of what an event's record is written as. Objects are open, so that a field can be added.
 * What is nullable is left out if it is null, and what is personal once the person is erased: neither is required.
 * {@code x-personal} and {@code x-topic} are annotations of ours.
 */
final class EventSchema {

    static final String PERSONAL = "x-personal";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final Map<Class<?>, Consumer<ObjectNode>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, of("string")),
            Map.entry(UUID.class, of("string", "uuid")),
            Map.entry(Instant.class, of("string", "date-time")),
            Map.entry(boolean.class, of("boolean")),
            Map.entry(Boolean.class, of("boolean")),
            Map.entry(short.class, of("integer")),
            Map.entry(Short.class, of("integer")),
            Map.entry(int.class, of("integer")),
            Map.entry(Integer.class, of("integer")),
            Map.entry(long.class, of("integer")),
            Map.entry(Long.class, of("integer")),
            Map.entry(BigInteger.class, of("integer")),
            Map.entry(float.class, of("number")),
            Map.entry(Float.class, of("number")),
            Map.entry(double.class, of("number")),
            Map.entry(Double.class, of("number")),
            Map.entry(BigDecimal.class, of("number")));

    private EventSchema() {}

    static ObjectNode of(EventType type) {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", DIALECT)
                .put("$id", type.schemaId())
                .put("title", type.name())
                .put("x-topic", type.topic());
        describeRecord(type.event(), schema);
        return schema;
    }

    private static void describeRecord(Class<?> type, ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = properties.putObject(component.getName());
            describe(component.getGenericType(), property, component);
            if (component.isAnnotationPresent(Personal.class)) {
                requireText(component);
                property.put(PERSONAL, true);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static void describe(Type type, ObjectNode schema, RecordComponent component) {
        if (type instanceof Class<?> simple && SIMPLE.containsKey(simple)) {
            SIMPLE.get(simple).accept(schema);
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            schema.put("type", "string");
            ArrayNode values = schema.putArray("enum");
            Arrays.stream(constants.getEnumConstants()).map(Enum.class::cast).forEach(one -> values.add(one.name()));
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            describeRecord(nested, schema);
        } else if (type instanceof ParameterizedType many && isCollection(many)) {
            schema.put("type", "array");
            describe(many.getActualTypeArguments()[0], schema.putObject("items"), component);
            requireNothingPersonal(schema, component);
        } else {
            throw new IllegalStateException(
                    "No JSON Schema is known of " + type.getTypeName() + ", the type of " + name(component));
        }
    }

    private static void requireText(RecordComponent component) {
        if (component.getType() != String.class) {
            throw new IllegalStateException(name(component) + " is personal, but only texts are encrypted");
        }
    }

    private static void requireNothingPersonal(ObjectNode schema, RecordComponent component) {
        if (schema.findValue(PERSONAL) != null) {
            throw new IllegalStateException(name(component) + " is a list of what is personal, which is not encrypted");
        }
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getName() + "." + component.getName();
    }

    private static boolean isCollection(ParameterizedType type) {
        return type.getRawType() instanceof Class<?> raw
                && List.of(List.class, Set.class, Collection.class).contains(raw);
    }

    private static Consumer<ObjectNode> of(String type) {
        return schema -> schema.put("type", type);
    }

    private static Consumer<ObjectNode> of(String type, String format) {
        return schema -> schema.put("type", type).put("format", format);
    }
}
