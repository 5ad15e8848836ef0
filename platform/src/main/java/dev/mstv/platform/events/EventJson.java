package dev.mstv.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mstv.platform.bus.CallContext;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events as JSON. What an event does not have is left out; what a reader does not know is passed over. */
final class EventJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    static Event.Type type(Event event) {
        Event.Type type = event.getClass().getAnnotation(Event.Type.class);
        if (type == null) {
            throw new IllegalStateException(event.getClass().getName() + " is not annotated with @Event.Type");
        }
        return type;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static Map<String, Object> map(ObjectNode object) {
        return JSON.convertValue(object, new TypeReference<Map<String, Object>>() {});
    }

    static ObjectNode tree(Event event) {
        return JSON.valueToTree(event);
    }

    /**
     * The tree of a text.
     *
     * @throws UnreadableEventException if it is not JSON
     */
    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("Not JSON");
        }
    }

    /** Who did it, by which request and use case, because of what, and whom it tells of. */
    static String metadata(CallContext context, Event event) {
        Map<String, Object> metadata = new TreeMap<>();
        metadata.put("actor", context.caller().id());
        metadata.put("requestId", context.requestId());
        metadata.put("traceparent", context.trace().traceparent());
        if (context.within() != null) {
            metadata.put("useCase", context.within());
        }
        if (context.cause() != null) {
            metadata.put("causationId", context.cause());
        }
        event.person().ifPresent(person -> metadata.put("person", person));
        return write(metadata);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written", e);
        }
    }

    /**
     * An event's data as what its reader wants of it: a record, or the text itself.
     *
     * @throws UnreadableEventException if it is not JSON, or lacks what is not nullable
     */
    static <T> T read(String data, Class<T> shape) {
        if (shape == String.class) {
            return shape.cast(data);
        }
        try {
            T value = JSON.readValue(data, shape);
            if (value == null) {
                throw new UnreadableEventException("No data");
            }
            requireWhole(value);
            return value;
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("Not what is expected" + place(e));
        }
    }

    // Where it is wrong, and not how: that would quote what may be personal.
    private static String place(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining(".", " at ", ""))
                : "";
    }

    private static void requireWhole(Object value) {
        if (!value.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            @Nullable Object part = get(value, component);
            if (part != null) {
                requireWhole(part);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new UnreadableEventException(component.getName() + " is missing");
            }
        }
    }

    private static @Nullable Object get(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record cannot be read", e);
        }
    }
}
