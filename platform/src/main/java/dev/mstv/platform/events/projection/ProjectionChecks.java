package dev.mstv.platform.events.projection;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A read model that is stuck, or not there, is seen. */
@Singleton
final class ProjectionChecks implements HealthChecks {

    private static final Duration STUCK = Duration.ofMinutes(5);

    private final Projections projections;
    private final Lag lag;

    ProjectionChecks(Projections projections, Lag lag) {
        this.projections = projections;
        this.lag = lag;
    }

    @Override
    public List<HealthCheck> all() {
        return projections.all().stream()
                .map(projection -> HealthCheck.of("projection." + projection.name(), () -> state(projection)))
                .toList();
    }

    /** Who has no model cannot answer; one that is behind can, with what is old. */
    private HealthState state(Projection<?> projection) {
        if (projections.module(projection).table().live(projection.name()).isEmpty()) {
            return HealthState.of(false);
        }
        Duration behind = lag.of(projection);
        return HealthState.working(behind.compareTo(STUCK) >= 0, Map.of("behindSeconds", behind.toSeconds()));
    }
}
