package dev.mstv.platform.events.projection;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

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
                .<HealthCheck>map(projection -> new ProjectionCheck(projection, projections, lag))
                .toList();
    }

    private record ProjectionCheck(Projection<?> projection, Projections projections, Lag lag) implements HealthCheck {

        @Override
        public String name() {
            return "projection." + projection.name();
        }

        @Override
        public boolean up() {
            return lag.of(projection).compareTo(STUCK) < 0
                    && projections
                            .module(projection)
                            .table()
                            .live(projection.name())
                            .isPresent();
        }
    }
}
