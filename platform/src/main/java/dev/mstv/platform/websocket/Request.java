package dev.mstv.platform.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data of a command or query.
 *
 * @param name of the use case
 * @param payload its message; one without components if there is none
 */
record Request(
        @Nullable String name,
        @Nullable JsonNode payload,
        @Nullable String idempotencyKey,
        @Nullable String consistencyToken) {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    /** As the client asks, in the same request. */
    CallContext within(CallContext call) {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw Problem.invalid(
                            "idempotencyKey",
                            "invalid_idempotency_key",
                            "An Idempotency-Key has 1 to 255 visible characters.")
                    .refusal();
        }
        return CallContext.of(call.caller(), call.client(), call.requestId(), call.trace(), idempotencyKey)
                .seen(seen());
    }

    private ConsistencyToken seen() {
        return consistencyToken == null
                ? ConsistencyToken.NONE
                : ConsistencyToken.parse(consistencyToken).orElseThrow(() -> Problem.invalid(
                                "consistencyToken",
                                "invalid_consistency_token",
                                "This is no consistency token of ours.")
                        .refusal());
    }
}
