package dev.mstv.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mstv.platform.bus.CallContext;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Events as JSON. What an event does not have is left out. */
final class EventJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
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

    static String payload(Event event) {
        return write(event);
    }

    /** Who did it, by which request and use case. */
    static String metadata(CallContext context) {
        Map<String, Object> metadata = new TreeMap<>();
        metadata.put("actor", context.caller().id());
        metadata.put("requestId", context.requestId());
        metadata.put("traceparent", context.trace().traceparent());
        if (context.within() != null) {
            metadata.put("useCase", context.within());
        }
        return write(metadata);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
