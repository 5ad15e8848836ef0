package dev.mstv.platform.edge;

import dev.mstv.platform.bus.CallContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer says beside its body, whatever its protocol. */
public final class AnswerHead {

    private AnswerHead() {}

    /** By name: for which request it is, and what has come of the call so far. */
    public static Map<String, String> of(CallContext call) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("X-Request-Id", call.requestId());
        head.put("X-Trace-Id", call.trace().traceId());
        call.receipt().consistencyToken().ifPresent(token -> head.put("X-Consistency-Token", token.toString()));
        if (call.receipt().replayed()) {
            head.put("Idempotency-Replayed", "true");
        }
        return head;
    }
}
