package dev.mstv.platform.edge;

import dev.mstv.platform.config.LimitSettings;
import java.time.Duration;
import java.util.Map;

/**
 * What a caller may still ask, this request being counted.
 *
 * @param limit by which it was counted
 * @param granted whether this request may pass
 * @param remaining how many more may pass, from 0
 * @param reset until the caller has all of them again
 */
public record Allowance(LimitSettings limit, boolean granted, long remaining, Duration reset) {

    /** What the answer says of it, by name; times are whole seconds. */
    public Map<String, String> head() {
        return Map.of(
                "RateLimit-Limit", Long.toString(limit.requests()),
                "RateLimit-Remaining", Long.toString(remaining),
                "RateLimit-Reset", Long.toString(reset.plusMillis(999).toSeconds()));
    }
}
