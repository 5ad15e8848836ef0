package dev.mstv.platform.grpc;

import dev.mstv.platform.edge.Head;
import io.grpc.Metadata;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The metadata of a call, as other protocols see what stands before a body. */
record MetadataHead(Metadata metadata) implements Head {

    @Override
    public List<String> all(String name) {
        Iterable<String> values = metadata.getAll(key(name));
        return values == null
                ? List.of()
                : StreamSupport.stream(values.spliterator(), false).toList();
    }

    /** Adds what an answer says. */
    static void add(Map<String, String> values, Metadata to) {
        values.forEach((name, value) -> to.put(key(name), value));
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
