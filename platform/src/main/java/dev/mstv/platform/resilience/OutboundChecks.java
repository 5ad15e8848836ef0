package dev.mstv.platform.resilience;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Tells which targets are not called because they did not answer. */
@Singleton
final class OutboundChecks implements HealthChecks {

    private final Outbound outbound;

    OutboundChecks(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("outbound", this::state));
    }

    private HealthState state() {
        List<String> open = outbound.circuits().stream()
                .filter(circuit -> circuit.state() == CircuitState.OPEN)
                .map(CircuitView::name)
                .toList();
        return HealthState.working(!open.isEmpty(), Map.of("open", open));
    }
}
