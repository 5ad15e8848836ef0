package dev.mstv.platform.bus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;

/** How messages and outcomes are written for other processes and read from them. Thread-safe. */
@Singleton
final class MessageCodec {

    private final ObjectMapper json = MessageJson.mapper();
    private final ObjectMapper strict = MessageJson.strictMapper();

    ObjectWriter writer(Type type) {
        return json.writerFor(json.constructType(type));
    }

    /** Reads what a client has written: nothing is guessed. */
    ObjectReader strictReader(Type type) {
        return strict.readerFor(strict.constructType(type));
    }

    ObjectReader reader(Type type) {
        return json.readerFor(json.constructType(type));
    }
}
