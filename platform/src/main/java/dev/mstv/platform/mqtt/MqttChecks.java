package dev.mstv.platform.mqtt;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Whether the broker is there. A process without it does all its other work, so it is never down for that. */
@Singleton
final class MqttChecks implements HealthChecks {

    private final MqttConnection connection;
    private final MqttFigures figures;

    MqttChecks(MqttConnection connection, MqttFigures figures) {
        this.connection = connection;
        this.figures = figures;
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("mqtt", this::state));
    }

    private HealthState state() {
        boolean connected = connection.connected();
        return HealthState.working(
                !connected,
                Map.of(
                        "connected",
                        connected,
                        "awaySeconds",
                        connection.away().toSeconds(),
                        "published",
                        figures.publishedSoFar(),
                        "failed",
                        figures.unpublishedSoFar(),
                        "commands",
                        figures.commandsSoFar()));
    }
}
