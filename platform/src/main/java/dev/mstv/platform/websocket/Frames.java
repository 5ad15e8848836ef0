package dev.mstv.platform.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.problem.JsonProblems;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Frames as text. Thread-safe. */
@Singleton
final class Frames {

    private final ObjectMapper json;

    Frames(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads what a client says.
     *
     * @throws dev.mstv.platform.problem.Refusal what is wrong with it
     */
    Frame read(String text) {
        try {
            Frame frame = json.readValue(text, Frame.class);
            if (frame != null) {
                return frame.checked();
            }
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e).refusal();
        }
        throw JsonProblems.malformed().refusal();
    }

    /**
     * The data of a frame, in the shape that its event needs.
     *
     * @throws dev.mstv.platform.problem.Refusal if it has another
     */
    <T> T data(@Nullable JsonNode data, Class<T> shape) {
        try {
            T read = json.treeToValue(data == null ? json.createObjectNode() : data, shape);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e).refusal();
        }
        throw JsonProblems.malformed().refusal();
    }

    byte[] bytes(JsonNode data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
