package dev.mstv.platform.events.projection;

import dev.mstv.platform.events.Thresholds;
import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A read model that is stuck, or not there, is seen. */
@Singleton
final class ProjectionChecks implements HealthChecks {

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

    private HealthState state(Projection<?> projection) {
        Optional<Long> live = projections.module(projection).table().live(projection.name());
        Duration behind = lag.of(projection);
        return HealthState.working(
                live.isEmpty() || behind.compareTo(Thresholds.PROJECTION_BEHIND) > 0,
                Map.of("generation", live.orElse(0L), "behindSeconds", behind.toSeconds()));
    }
}
