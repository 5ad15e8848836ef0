package dev.mstv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client of one WebSocket, which remembers what it is told. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 20;
    private static final Set<String> NEWS = Set.of("notification", "order", "reset");

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    /** Opens a socket, with a header, and offers the subprotocols. */
    SocketClient(ApplicationContext process, String path, Map<String, String> headers, String... subprotocols) {
        URI address = URI.create(
                "ws://127.0.0.1:" + process.getBean(EmbeddedServer.class).getPort() + path);
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (subprotocols.length > 0) {
            String[] others = new String[subprotocols.length - 1];
            System.arraycopy(subprotocols, 1, others, 0, others.length);
            builder.subprotocols(subprotocols[0], others);
        }
        this.socket = builder.buildAsync(address, this).join();
    }

    /** Somebody's at {@code /ws}, who is told that they are signed in. */
    static SocketClient of(ApplicationContext process, String token) {
        SocketClient client = new SocketClient(process, "/ws", Map.of("Authorization", "Bearer " + token));
        JsonNode unused = client.next("connected");
        return client;
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    void say(String text) {
        WebSocket unused = socket.sendText(text.replace('\'', '"'), true).join();
    }

    void bytes(byte[] bytes) {
        WebSocket unused = socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Says something, and what is answered. Quotes may be single ones. */
    JsonNode ask(String text) {
        say(text);
        JsonNode frame = next();
        while (NEWS.contains(frame.path("event").asText())) {
            frame = next();
        }
        return frame;
    }

    JsonNode next() {
        try {
            JsonNode frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("Nothing is heard, closed with " + closed.getNow(0));
            }
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is heard next with this event, or of this type. */
    JsonNode next(String event) {
        while (true) {
            JsonNode frame = next();
            if (frame.path("event").asText().equals(event)
                    || frame.path("type").asText().equals(event)) {
                return frame;
            }
        }
    }

    /** As {@link #next(String)}, and something happens again as long as nothing is heard. */
    JsonNode nextOr(String event, Supplier<?> happens) {
        try {
            for (int i = 0; i < 10 * PATIENCE_SECONDS; i++) {
                JsonNode frame = heard.poll(100, TimeUnit.MILLISECONDS);
                if (frame != null && frame.path("type").asText().equals(event)) {
                    return frame;
                }
                Object unused = happens.get();
            }
            throw new AssertionError("Nothing is heard, closed with " + closed.getNow(0));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code with which the server closes. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            try {
                heard.add(JSON.readTree(parts.toString()));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
