package dev.mstv.platform.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.UseCases;
import dev.mstv.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Runs the use cases that frames name. May block. Thread-safe. */
@Singleton
final class Requests {

    private final UseCases useCases;
    private final Frames frames;

    Requests(UseCases useCases, Frames frames) {
        this.useCases = useCases;
        this.frames = frames;
    }

    Reply run(Frame frame) {
        Request request = frames.data(frame.data(), Request.class);
        String name = request.name();
        if (name == null) {
            throw Problem.invalid("name", "required", "name must be given").refusal();
        }
        JsonNode message = request.payload();
        byte[] payload = frames.bytes(message == null ? JsonNodeFactory.instance.objectNode() : message);
        CallContext call = request.within(CallContext.current());
        byte[] outcome = call.call(() ->
                frame.event().equals("command") ? useCases.command(name, payload) : useCases.query(name, payload));
        return new Reply(frame.event(), new RawValue(new String(outcome, StandardCharsets.UTF_8)), call.receipt());
    }
}
