package dev.mstv.platform.resilience;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells that requests are, or just were, more than are served. */
@Singleton
final class InboundChecks implements HealthChecks {

    private static final Duration RECENT = Duration.ofMinutes(1);

    private final InboundGuard guard;

    InboundChecks(InboundGuard guard) {
        this.guard = guard;
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("inbound", this::state));
    }

    private HealthState state() {
        Allotment work = guard.of(Lane.WORK);
        return HealthState.working(work.shedWithin(RECENT), Map.of("running", work.running(), "limit", work.limit()));
    }
}
