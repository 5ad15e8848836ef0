package dev.mstv.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pushes as they stand in a log. */
public final class PushJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private PushJson() {}

    /** Writes one. */
    public static String write(Push push) {
        return text(push);
    }

    static String data(Map<String, Object> data) {
        return text(data);
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A push cannot be written", e);
        }
    }

    /** As {@link #write}, in UTF-8. */
    public static byte[] bytes(Push push) {
        return write(push).getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #read(String)}, from UTF-8. */
    public static Push read(byte[] text) {
        return read(new String(text, StandardCharsets.UTF_8));
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Push read(String text) {
        try {
            return JSON.readValue(text, Push.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No push", e);
        }
    }
}
