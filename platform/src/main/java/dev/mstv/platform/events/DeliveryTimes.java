package dev.mstv.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long events take from their commit to the commit of a subscriber's effect. */
final class DeliveryTimes {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    DeliveryTimes(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void record(String subscriber, Envelope event) {
        Duration took = Duration.between(event.occurredAt(), clock.instant());
        timers.computeIfAbsent(subscriber, this::timer).record(took.isNegative() ? Duration.ZERO : took);
    }

    private Timer timer(String subscriber) {
        return Timer.builder("mstv.events.delivery")
                .description("From an event to the effect that a subscriber has stored")
                .tag("subscriber", subscriber)
                .publishPercentileHistogram()
                .register(meters);
    }
}
