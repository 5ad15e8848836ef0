package dev.mstv.platform.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a client says.
 *
 * @param event what it wants
 * @param data what that needs; null if nothing
 * @param id comes back with the answer, up to 128 characters; null if the client does not care
 * @param traceparent W3C trace context; null if there is none
 */
record Frame(
        String event,
        @Nullable JsonNode data,
        @Nullable String id,
        @Nullable String traceparent) {

    private static final int LONGEST = 128;

    /**
     * As it was read.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code validation_failed}
     */
    Frame checked() {
        // What is read from JSON may lack anything.
        if (isMissing(event) || event.length() > LONGEST) {
            throw Problem.invalid("event", "required", "event must be given, with up to 128 characters")
                    .refusal();
        }
        if (id != null && id.length() > LONGEST) {
            throw Problem.invalid("id", "length", "id has up to 128 characters").refusal();
        }
        return this;
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** Whether no other frame of the client may overtake it. */
    boolean inOrder() {
        return !event.equals("command") && !event.equals("query");
    }
}
