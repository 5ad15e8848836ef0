package dev.mstv.platform.config;

import java.time.Duration;

/**
 * How much is taken in.
 *
 * @param requests how many requests a caller may send in a window of time
 * @param inbound how many requests, of all callers, are served at once
 */
public record LimitSettings(long requests, Duration window, int inbound) {

    /**
     * So many requests may wait for each connection of a pool. A connection is waited for for two seconds at most, so
     * more would be refused later anyway as soon as one is held for 31 ms.
     */
    private static final int WAITING_PER_CONNECTION = 64;

    static LimitSettings read(Variables variables, DatabaseSettings database) {
        return new LimitSettings(
                variables.number("RATE_LIMIT_MAX", 100, 1, 1_000_000_000),
                variables.duration("RATE_LIMIT_WINDOW", Duration.ofMinutes(1)),
                (int) variables.number(
                        "INBOUND_LIMIT", (long) WAITING_PER_CONNECTION * database.poolSize(), 1, 1_000_000));
    }
}
