package dev.mstv.platform.config;

import java.time.Duration;

/** How many requests a caller may send in a window of time. */
public record LimitSettings(long requests, Duration window) {

    static LimitSettings read(Variables variables) {
        return new LimitSettings(
                variables.number("RATE_LIMIT_MAX", 100, 1, 1_000_000_000),
                variables.duration("RATE_LIMIT_WINDOW", Duration.ofMinutes(1)));
    }
}
