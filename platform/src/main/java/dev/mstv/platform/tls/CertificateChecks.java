package dev.mstv.platform.tls;

import dev.mstv.platform.observability.HealthCheck;
import dev.mstv.platform.observability.HealthChecks;
import dev.mstv.platform.observability.HealthState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A certificate that expires is not noticed before nobody can connect any more, unless somebody counts the days. */
@Context
@Requires(property = Certificates.ON, value = "true")
final class CertificateChecks implements HealthChecks {

    private static final Duration SOON = Duration.ofDays(14);

    private final Certificates certificates;
    private final Clock clock;

    CertificateChecks(Certificates certificates, Clock clock, MeterRegistry meters) {
        this.certificates = certificates;
        this.clock = clock;
        TimeGauge.builder("mstv.tls.certificate.expiry", this, TimeUnit.SECONDS, checks -> checks.left()
                        .toSeconds())
                .description("How long the certificate is valid from now on; below zero once it has expired")
                .register(meters);
    }

    @Override
    public List<HealthCheck> all() {
        return List.of(HealthCheck.of("certificate", this::state));
    }

    private HealthState state() {
        Duration left = left();
        boolean refused = certificates.refused();
        return HealthState.working(
                refused || left.compareTo(SOON) < 0, Map.of("expiresInDays", left.toDays(), "refused", refused));
    }

    private Duration left() {
        return Duration.between(clock.instant(), certificates.expiry());
    }
}
