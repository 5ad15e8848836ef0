package dev.mstv.platform.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mstv.platform.persistence.Versioned;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Values as text that says which components they were made of: during a release two shapes of a record meet, and one
 * must not be read as the other with something missing.
 */
final class ValueJson<T> {

    private static final String NONE = "";

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final String shape;

    ValueJson(ObjectMapper json, Class<T> type) {
        this.reader = json.readerFor(type);
        this.writer = json.writerFor(type);
        this.shape =
                Integer.toHexString(Arrays.toString(type.getRecordComponents()).hashCode()) + ':';
    }

    String content(Optional<Versioned<T>> value) {
        return value.map(known -> shape + text(known.value())).orElse(NONE);
    }

    /** The value, or that there is none; empty if the text is of another shape. */
    Optional<Optional<Versioned<T>>> value(Entry.Value entry) {
        if (entry.content().equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        if (!entry.content().startsWith(shape)) {
            return Optional.empty();
        }
        try {
            T value = reader.readValue(entry.content().substring(shape.length()));
            return Optional.of(Optional.of(new Versioned<>(value, entry.version())));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String text(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
