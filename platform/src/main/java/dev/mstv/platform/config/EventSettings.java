package dev.mstv.platform.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How events travel.
 *
 * @param kafka the brokers, as {@code host:port,host:port}; empty if Kafka is off
 * @param retention how long a broker keeps what was published, and a subscriber remembers what it has done; the store
 *     itself is kept
 * @param attempts how often an event is tried before it is a dead letter
 * @param retryDelay before the second attempt; twice as long before each further one
 * @param maxRetryDelay what that is bounded by
 */
public record EventSettings(
        Optional<String> kafka, Duration retention, int attempts, Duration retryDelay, Duration maxRetryDelay) {

    static EventSettings read(Variables variables) {
        Optional<String> brokers = variables.text("KAFKA_BROKERS");
        boolean on = variables.flag("ENABLE_KAFKA", false);
        if (on && brokers.isEmpty()) {
            variables.fault("KAFKA_BROKERS", "is missing, and ENABLE_KAFKA is true; allowed is host:port,host:port");
        }
        return new EventSettings(
                on ? brokers : Optional.empty(),
                variables.duration("EVENT_RETENTION", Duration.ofDays(7)),
                (int) variables.number("EVENT_ATTEMPTS", 10, 1, 100),
                variables.duration("EVENT_RETRY_DELAY", Duration.ofMillis(500)),
                variables.duration("EVENT_RETRY_MAX_DELAY", Duration.ofMinutes(5)));
    }
}
