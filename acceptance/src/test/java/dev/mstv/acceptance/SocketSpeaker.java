package dev.mstv.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.HashMap;
import java.util.Map;

/** Says it in frames of a WebSocket, of which everybody has one of their own. */
final class SocketSpeaker extends UseCaseSpeaker {

    private final RunningApp app;
    private final Map<String, SocketLine> lines = new HashMap<>();
    private String guest = NOBODY;

    SocketSpeaker(RunningApp app) {
        this.app = app;
    }

    /** Frames of who is not signed in are refused, whatever they ask for. */
    @Override
    String guest() {
        if (guest.isEmpty()) {
            guest = Account.registered(World.app()).accessToken();
        }
        return guest;
    }

    @Override
    JsonNode answer(Asked asked) {
        SocketLine line = lines.get(asked.token());
        if (line == null) {
            line = new SocketLine(app.port());
            lines.put(asked.token(), line);
            JsonNode signedIn = asked.token().isEmpty() ? nobody() : line.ask(signIn(asked.token()));
            if (!signedIn.path("success").asBoolean()) {
                hangUp(asked.token());
                return signedIn;
            }
        }
        JsonNode answer = line.ask(frame(asked));
        if (asked.token().isEmpty()) {
            hangUp(asked.token());
        }
        return answer;
    }

    /** Sockets end with their session. */
    @Override
    public void logout(Account who) {
        super.logout(who);
        hangUp(who.accessToken());
    }

    private static JsonNode nobody() {
        return JsonNodeFactory.instance.objectNode().put("success", true);
    }

    private static ObjectNode signIn(String token) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("event", "auth");
        frame.putObject("data").put("token", token);
        return frame;
    }

    private static ObjectNode frame(Asked asked) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("event", asked.command() ? "command" : "query");
        ObjectNode data = frame.putObject("data").put("name", asked.name());
        data.putRawValue("payload", new RawValue(asked.payload()));
        if (!asked.key().isEmpty()) {
            data.put("idempotencyKey", asked.key());
        }
        return frame;
    }

    private void hangUp(String token) {
        SocketLine line = lines.remove(token);
        if (line != null) {
            line.close();
        }
    }

    @Override
    public void close() {
        lines.values().forEach(SocketLine::close);
        lines.clear();
    }
}
