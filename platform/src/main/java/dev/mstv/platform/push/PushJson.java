package dev.mstv.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pushes as they stand in a log. */
public final class PushJson {

    private static final Logger LOG = LoggerFactory.getLogger(PushJson.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // A newer release may say more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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

    /**
     * Reads one; empty, which is logged, if the text is none: what another release may have written must not keep those
     * that follow from anybody.
     */
    public static Optional<Push> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, Push.class));
        } catch (JsonProcessingException e) {
            // Not what is wrong with it: that would show a part of it.
            LOG.error(
                    "What stands in the log of pushes is none, and is passed over ({})",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** As {@link #read(String)}, from UTF-8. */
    public static Optional<Push> read(byte[] text) {
        return read(new String(text, StandardCharsets.UTF_8));
    }
}
