package dev.mstv.platform.events.kafka;

import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.events.Thresholds;
import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Whether the events of each module's subscribers come from the broker, and are read as fast as they come. */
@Singleton
@Requires(property = EventTransport.PROPERTY, value = EventTransport.KAFKA)
final class ConsumerChecks implements HealthChecks {

    private final KafkaListeners listeners;

    ConsumerChecks(KafkaListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public List<HealthCheck> all() {
        return listeners.all().stream()
                .map(listener -> HealthCheck.of("consumer." + listener.module(), () -> state(listener)))
                .toList();
    }

    private static HealthState state(KafkaListener listener) {
        long lag = listener.lag();
        long silent = listener.silence().toSeconds();
        return HealthState.working(
                lag > Thresholds.CONSUMER_LAG || silent > Thresholds.CONSUMER_SILENCE.toSeconds(),
                Map.of("lag", lag, "silentSeconds", silent));
    }
}
