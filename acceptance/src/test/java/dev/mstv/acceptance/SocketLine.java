package dev.mstv.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One WebSocket, on which one thing is asked after the other. */
final class SocketLine implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    SocketLine(int port) {
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), this)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** The answer to a frame, which gets an id; that the socket is closed is an answer, too, with the reason as its code. */
    JsonNode ask(ObjectNode frame) {
        String id = UUID.randomUUID().toString();
        WebSocket unused = socket.sendText(frame.put("id", id).toString(), true)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        try {
            while (true) {
                JsonNode said = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (said == null) {
                    throw new AssertionError("No answer to " + frame);
                }
                if (said.path("id").asText().equals(id) || said.path("closed").asBoolean()) {
                    return said;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            try {
                heard.add(JSON.readTree(parts.toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + parts, e);
            }
            parts.setLength(0);
        }
        return WebSocket.Listener.super.onText(from, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ended(reason);
        return WebSocket.Listener.super.onClose(from, code, reason);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended(error.toString());
    }

    private void ended(String how) {
        ObjectNode end =
                JsonNodeFactory.instance.objectNode().put("closed", true).put("success", false);
        end.putObject("error").put("code", how);
        heard.add(end);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
