package dev.mstv.platform.config;

import java.time.Duration;

/**
 * How this process calls others.
 *
 * @param circuitBreaker false lets calls through to whoever does not answer
 * @param threshold how many calls must fail, one after the other, until a target is not called for a while
 * @param timeout how long one attempt may take
 * @param resetTimeout how long a target is not called; then a few calls try whether it is back
 * @param attempts how often an idempotent call is tried in all
 * @param retryDelay before the second attempt; twice as long before each further one
 * @param maxRetryDelay what that is bounded by
 */
public record OutboundSettings(
        boolean circuitBreaker,
        int threshold,
        Duration timeout,
        Duration resetTimeout,
        int attempts,
        Duration retryDelay,
        Duration maxRetryDelay) {

    /** Reads them, and notes what is wrong as a fault. */
    public static OutboundSettings read(Variables variables) {
        Duration retryDelay = variables.duration("RETRY_DELAY", Duration.ofMillis(100));
        Duration maxRetryDelay = variables.duration("RETRY_MAX_DELAY", Duration.ofSeconds(2));
        if (maxRetryDelay.compareTo(retryDelay) < 0) {
            variables.fault("RETRY_MAX_DELAY", "is less than RETRY_DELAY");
        }
        return new OutboundSettings(
                variables.flag("ENABLE_CIRCUIT_BREAKER", true),
                (int) variables.number("CB_THRESHOLD", 5, 1, 1000),
                variables.duration("CB_TIMEOUT", Duration.ofSeconds(2)),
                variables.duration("CB_RESET_TIMEOUT", Duration.ofSeconds(10)),
                (int) variables.number("RETRY_ATTEMPTS", 3, 1, 10),
                retryDelay,
                maxRetryDelay);
    }
}
