package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.RunningProcess;
import java.util.List;

/** Judges what is sent to a topic by the AsyncAPI document. */
public final class Envelopes {

    private Envelopes() {}

    /** What of an envelope is not as its type's message is described, one line each. */
    public static List<String> faults(JsonNode envelope) {
        ObjectNode document = RunningProcess.monolith().getBean(AsyncApi.class).document();
        JsonNode message =
                document.at("/components/messages").path(envelope.path("type").asText());
        if (message.isMissingNode()) {
            return List.of("There is no message " + envelope.path("type"));
        }
        ObjectNode payload = message.path("payload").deepCopy();
        // The references of the payload are into the whole document.
        payload.set("components", document.path("components"));
        return JsonSchemas.faults(payload, envelope);
    }
}
