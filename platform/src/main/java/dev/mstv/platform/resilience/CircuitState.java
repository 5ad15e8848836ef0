package dev.mstv.platform.resilience;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether calls reach a target. */
public enum CircuitState {
    /** They do. */
    CLOSED,
    /** They are refused at once. */
    OPEN,
    /** Some of them try whether the target is back, the others are refused. */
    HALF_OPEN,
    /** They always do: the circuit breaker is switched off, and only counts. */
    DISABLED;

    /** As clients read it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
