package dev.mstv.platform.mqtt;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How what became of a command is written. */
final class Answers {

    private Answers() {}

    static String success(byte[] outcome, Instant now) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put("data", new RawValue(new String(outcome, StandardCharsets.UTF_8)));
        answer.put("timestamp", now.toString());
        return MqttJson.write(answer);
    }

    static String failure(Problem problem, Instant now) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("detail", problem.detail());
        error.put("errors", problem.errors());
        Duration wait = problem.retryAfter();
        if (wait != null) {
            // Whole seconds, as Retry-After has them; never a moment too early.
            error.put("retryAfter", wait.plusMillis(999).toSeconds());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", false);
        answer.put("error", error);
        answer.put("timestamp", now.toString());
        return MqttJson.write(answer);
    }

    /** What goes beside the answer. */
    static Map<String, String> properties(CallContext call) {
        Map<String, String> properties = new HashMap<>();
        properties.put("request-id", call.requestId());
        properties.put("trace-id", call.trace().traceId());
        if (call.receipt().replayed()) {
            properties.put("idempotency-replayed", "true");
        }
        return properties;
    }
}
