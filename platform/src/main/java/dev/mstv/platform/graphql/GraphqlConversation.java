package dev.mstv.platform.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import dev.mstv.platform.socket.CloseCode;
import dev.mstv.platform.socket.Conversation;
import dev.mstv.platform.socket.SignIn;
import dev.mstv.platform.socket.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The server's side of graphql-transport-ws (github.com/enisdenjo/graphql-ws, PROTOCOL.md). */
final class GraphqlConversation implements Conversation {

    private static final Caller NOBODY = new Caller.Anonymous(null);
    private static final int MOST_OPERATIONS = 100;
    private static final int LONGEST_ID = 64;

    private final Socket socket;
    private final Optional<Credentials> known;
    private final SignIn signIn;
    private final SocketOperations shared;
    private final Map<String, SocketOperation> running = new ConcurrentHashMap<>();
    private boolean initialised;
    private volatile Caller caller = NOBODY;

    GraphqlConversation(Socket socket, Optional<Credentials> known, SignIn signIn, SocketOperations shared) {
        this.socket = socket;
        this.known = known;
        this.signIn = signIn;
        this.shared = shared;
    }

    @Override
    public void opened() {
        socket.atEnd(() -> running.values().forEach(SocketOperation::cancel));
        socket.after(SignIn.PATIENCE, () -> {
            if (!initialised) {
                socket.close(CloseCode.NOT_INITIALISED, "Connection initialisation timeout");
            }
        });
    }

    @Override
    public void text(String text) {
        shared.read(text).ifPresentOrElse(this::take, this::refuse);
    }

    @Override
    public void binary() {
        refuse();
    }

    private void refuse() {
        socket.close(CloseCode.BAD_MESSAGE, "Invalid message");
    }

    private void take(SocketMessage message) {
        switch (message.type()) {
            case "connection_init" -> initialise(message.payload());
            case "ping" -> shared.send(socket, null, "pong", message.payload());
            case "pong" -> {
                // Whoever asked for it has it.
            }
            case "subscribe" -> subscribe(message.id(), shared.request(message.payload()));
            case "complete" -> complete(message.id());
            case null, default -> refuse();
        }
    }

    private void initialise(@Nullable JsonNode payload) {
        if (initialised) {
            socket.close(CloseCode.TOO_MANY, "Too many initialisation requests");
            return;
        }
        initialised = true;
        socket.serveAlone(() -> {
            try {
                caller = shared.serve(shared.call(NOBODY, socket), () -> keep(payload));
                shared.send(socket, null, "connection_ack", null);
            } catch (Refusal refusal) {
                socket.close(CloseCode.of(refusal.problem()), refusal.problem().code());
            }
        });
    }

    private Caller keep(@Nullable JsonNode payload) {
        return known.map(credentials -> signIn.keep(socket, credentials, this::over))
                .orElseGet(() -> signIn.keep(socket, authorization(payload), this::over));
    }

    private static @Nullable String authorization(@Nullable JsonNode payload) {
        return payload == null
                ? null
                : payload.path("Authorization")
                        .asText(payload.path("authorization").textValue());
    }

    private void over(Problem why) {
        socket.close(CloseCode.UNAUTHORIZED, why.code());
    }

    private void subscribe(@Nullable String id, Optional<GraphqlRequest> request) {
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID || request.isEmpty()) {
            refuse();
        } else if (caller == NOBODY) {
            socket.close(CloseCode.UNAUTHORIZED, "Unauthorized");
        } else if (running.containsKey(id)) {
            socket.close(CloseCode.DUPLICATE, "Subscriber for this id already exists");
        } else if (running.size() >= MOST_OPERATIONS) {
            socket.close(CloseCode.TOO_MANY, "Too many operations");
        } else {
            SocketOperation operation =
                    new SocketOperation(id, shared.call(caller, socket), socket, shared, () -> running.remove(id));
            running.put(id, operation);
            socket.serve(() -> operation.run(request.get()));
        }
    }

    private void complete(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            refuse();
            return;
        }
        SocketOperation operation = running.remove(id);
        if (operation != null) {
            operation.cancel();
        }
    }
}
