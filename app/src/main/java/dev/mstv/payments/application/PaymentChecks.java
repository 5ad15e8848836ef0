package dev.mstv.payments.application;

import dev.mstv.payments.domain.DuePayments.Unsettled;
import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether payments are settled: one that the provider leaves open is told before its buyer misses it. */
@Singleton
final class PaymentChecks implements HealthChecks {

    /** Beyond which age of the oldest health is degraded; docs/health.md has it for operators. */
    private static final Duration UNSETTLED_AGE = Duration.ofMinutes(5);

    private final PaymentFigures figures;

    PaymentChecks(PaymentFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("payments.unsettled", this::unsettled));
    }

    private HealthState unsettled() {
        Unsettled unsettled = figures.unsettled();
        return HealthState.working(
                unsettled.oldest().compareTo(UNSETTLED_AGE) > 0,
                Map.of(
                        "count",
                        unsettled.count(),
                        "oldestSeconds",
                        unsettled.oldest().toSeconds()));
    }
}
