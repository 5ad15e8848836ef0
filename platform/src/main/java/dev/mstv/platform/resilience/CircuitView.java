package dev.mstv.platform.resilience;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a target went.
 *
 * @param name of the target
 * @param failureRate percent of the last calls that failed; null until there are enough of them to decide by
 * @param calls the last calls: as many as are decided by, or fewer if there were not so many in this state
 * @param failedCalls those of them that failed
 * @param rejected calls that were refused because of this state since it began
 * @param running calls that are under way
 * @param lastChange since when it is in this state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CircuitView(
        String name,
        CircuitState state,
        @Nullable Double failureRate,
        int calls,
        int failedCalls,
        long rejected,
        int running,
        Instant lastChange) {}
