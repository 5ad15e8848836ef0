package dev.mstv.platform.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.edge.Entrance;
import dev.mstv.platform.edge.RequestIds;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.socket.Socket;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all conversations over sockets share. Thread-safe. */
@Singleton
final class SocketOperations {

    private final Operations operations;
    private final Entrance entrance;
    private final ObjectMapper json;

    SocketOperations(Operations operations, Entrance entrance, ObjectMapper json) {
        this.operations = operations;
        this.entrance = entrance;
        this.json = json;
    }

    /** The message that a text is; empty if it is none. */
    Optional<SocketMessage> read(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, SocketMessage.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The request that a payload is; empty if it is none. */
    Optional<GraphqlRequest> request(@Nullable JsonNode payload) {
        try {
            return payload == null
                    ? Optional.empty()
                    : Optional.ofNullable(json.treeToValue(payload, GraphqlRequest.class))
                            .filter(request -> request.query() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    void send(Socket socket, @Nullable String id, String type, @Nullable Object payload) {
        try {
            socket.send(json.writeValueAsString(new SocketMessage.Out(id, type, payload)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call that a message makes. */
    CallContext call(Caller caller, Socket socket) {
        return CallContext.of(caller, socket.client(), RequestIds.next(), Trace.begin(), null);
    }

    /** As {@link Entrance#serve}. */
    <T> T serve(CallContext call, Supplier<T> work) {
        return entrance.serve(call, work);
    }

    /** Executes what an operation asks for. May block. */
    Operations operations() {
        return operations;
    }
}
