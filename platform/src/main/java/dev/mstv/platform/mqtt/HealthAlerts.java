package dev.mstv.platform.mqtt;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.HealthState;
import dev.mstv.platform.observability.Status;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes once that something of this process does worse or better than what was published last. What changes back
 * while the broker is away is not told.
 */
@Singleton
final class HealthAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(HealthAlerts.class);

    /** It is down at every start and every end, and both are meant. */
    private static final String PROCESS = "process";

    private final Health health;
    private final MqttPublisher publisher;
    private final MqttConnection connection;
    private final Composition composition;
    private final Clock clock;
    private final Map<String, Status> told = new TreeMap<>();
    private boolean ended;

    HealthAlerts(
            Health health, MqttPublisher publisher, MqttConnection connection, Composition composition, Clock clock) {
        this.health = health;
        this.publisher = publisher;
        this.connection = connection;
        this.composition = composition;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "2s")
    synchronized void look() {
        if (ended) {
            return;
        }
        try {
            health.check().details().forEach(this::tell);
        } catch (Refusal | MqttRefusedException e) {
            LOG.debug("An alert waits for the broker", e);
        }
    }

    /** What is asked ends after this. */
    @PreDestroy
    synchronized void end() {
        ended = true;
    }

    private void tell(String component, HealthState state) {
        Status before = told.getOrDefault(component, Status.UP);
        if (component.equals(PROCESS) || state.status() == before) {
            return;
        }
        // Whoever heard that it got bad hears at the same place that it is good again.
        boolean critical = state.status() == Status.DOWN || before == Status.DOWN;
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("service", composition.service());
        alert.put("instance", connection.id());
        alert.put("component", component);
        alert.put("status", state.status().word());
        alert.put("detail", state.figures());
        alert.put("timestamp", clock.instant().toString());
        publisher.publish("system/alerts/" + (critical ? "critical" : "warning"), MqttJson.write(alert), Map.of());
        told.put(component, state.status());
    }
}
