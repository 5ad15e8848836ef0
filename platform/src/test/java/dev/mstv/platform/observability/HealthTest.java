package dev.mstv.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final HealthCheck UP = HealthCheck.of("up", () -> HealthState.of(true));
    private static final HealthCheck DOWN = HealthCheck.of("down", () -> HealthState.of(false));
    private static final HealthCheck DEGRADED =
            HealthCheck.of("degraded", () -> HealthState.working(true, Map.of("waiting", 7)));
    private static final HealthCheck FAILING = HealthCheck.of("failing", () -> {
        throw new IllegalStateException("nobody there");
    });

    private static Health health(HealthCheck... checks) {
        return new Health(List.of(() -> Arrays.asList(checks)));
    }

    private static Health.Report report(HealthCheck... checks) {
        Health health = health(checks);
        EmbeddedServer noServer = (EmbeddedServer) Proxy.newProxyInstance(
                HealthTest.class.getClassLoader(),
                new Class<?>[] {EmbeddedServer.class},
                (proxy, method, values) -> null);
        health.onApplicationEvent(new ServerStartupEvent(noServer));
        return health.check();
    }

    @Test
    void isUpIfEverythingIs() {
        assertThat(report(UP).status()).isEqualTo(Status.UP);
    }

    @Test
    void isDegradedIfSomethingIs() {
        assertThat(report(UP, DEGRADED).status()).isEqualTo(Status.DEGRADED);
    }

    @Test
    void worksThoughItIsDegraded() {
        assertThat(report(UP, DEGRADED).working()).isTrue();
    }

    @Test
    void isDownIfAnythingIs() {
        assertThat(report(UP, DEGRADED, DOWN).status()).isEqualTo(Status.DOWN);
    }

    @Test
    void aCheckThatFailsIsANo() {
        assertThat(report(FAILING).details()).containsEntry("failing", HealthState.of(false));
    }

    @Test
    void tellsTheFigures() {
        assertThat(report(DEGRADED).details()).containsEntry("degraded", DEGRADED.state());
    }

    @Test
    void isDownUntilTheServerHasStarted() {
        assertThat(health(UP).check().status()).isEqualTo(Status.DOWN);
    }
}
