package dev.mstv.platform.config;

/**
 * How much is taken in at once.
 *
 * @param limit how many requests, of all callers, are served at once
 */
public record InboundSettings(int limit) {

    /**
     * So many requests may wait for each connection of a pool. A connection is waited for for two seconds at most, so
     * more would be refused later anyway as soon as one is held for 31 ms.
     */
    private static final int WAITING_PER_CONNECTION = 64;

    static InboundSettings read(Variables variables, DatabaseSettings database) {
        return new InboundSettings((int)
                variables.number("INBOUND_LIMIT", (long) WAITING_PER_CONNECTION * database.poolSize(), 1, 1_000_000));
    }
}
