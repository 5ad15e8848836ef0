package dev.mstv.platform.config.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Client;
import dev.mstv.platform.bus.Trace;
import dev.mstv.platform.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked a process to change a setting, as it is noted beside it: for whoever tells of the change, who is another
 * process, and for nobody's decision.
 *
 * @param user null for the process itself
 */
record Requester(
        @Nullable UUID user,
        @Nullable String role,
        @Nullable UUID session,
        String requestId,
        String traceparent) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Requester of(CallContext call) {
        String traceparent = call.trace().traceparent();
        return call.caller() instanceof Caller.User(var user, var role, var session)
                ? new Requester(user, role, session, call.requestId(), traceparent)
                : new Requester(null, null, null, call.requestId(), traceparent);
    }

    /** Reads a note; empty if the text is none. */
    static Optional<Requester> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Requester.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A note cannot be written", e);
        }
    }

    /** The call in whose name the change is told. */
    CallContext call() {
        Caller caller =
                user == null || role == null || session == null ? Caller.SYSTEM : new Caller.User(user, role, session);
        return CallContext.of(caller, new Client("local", null), requestId, Trace.continued(traceparent), null);
    }
}
