package dev.mstv.platform.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.HealthState;
import dev.mstv.platform.observability.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway follows a Consul that comes and goes. */
class ConsulDiscoveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ConsulStub consul;
    private ApplicationContext gateway;
    private Discovery discovery;

    @BeforeEach
    void start() {
        consul = ConsulStub.start();
        consul.register("u1", "user-service", "u1", 5001, Map.of());
        gateway = ConsulProcess.gateway(consul);
        discovery = gateway.getBean(Discovery.class);
        await(() -> users("u1"));
    }

    @AfterEach
    void end() {
        consul.resume();
        gateway.close();
        consul.close();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Polling.until(LIMIT, condition)).isTrue();
    }

    /** Whether those processes are known to run the users, and no other. */
    private boolean users(String... hosts) {
        return discovery.of("users").stream().map(Instance::host).toList().equals(List.of(hosts));
    }

    private boolean healthIs(Status status) {
        HealthState consulState =
                gateway.getBean(Health.class).check().details().get("consul");
        return consulState != null && consulState.status() == status;
    }

    private double metric(String name) {
        return gateway.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    @Test
    void aSecondProcessIsFound() {
        consul.register("u2", "user-service", "u2", 5001, Map.of());
        await(() -> users("u1", "u2"));
    }

    @Test
    void aProcessThatDiesIsGoneWithinTheTimeOfItsCheck() throws IOException {
        FakeInstance second = FakeInstance.start(consul, "u2", "user-service", 5001);
        await(() -> users("u1", "u2"));
        second.kill();
        await(() -> users("u1"));
    }

    @Test
    void whoListensIsToldOfAChange() {
        AtomicInteger told = new AtomicInteger();
        discovery.onChange(told::incrementAndGet);
        consul.register("u2", "user-service", "u2", 5001, Map.of());
        await(() -> told.get() > 0);
        assertThat(users("u1", "u2")).isTrue();
    }

    @Test
    void theLastProcessesStayWhileConsulIsAway() {
        consul.stop();
        await(() -> healthIs(Status.DEGRADED));
        assertThat(users("u1")).isTrue();
    }

    @Test
    void theLastProcessesStayWhileConsulHangs() {
        consul.suspend();
        await(() -> healthIs(Status.DEGRADED));
        assertThat(users("u1")).isTrue();
    }

    @Test
    void aProcessWhoseConsulIsAwayIsReady() {
        consul.stop();
        await(() -> healthIs(Status.DEGRADED));
        assertThat(gateway.getBean(Health.class).check().working()).isTrue();
    }

    @Test
    void aConsulThatReturnsWithOthersIsFollowed() {
        consul.stop();
        await(() -> healthIs(Status.DEGRADED));
        consul.restart();
        consul.register("u2", "user-service", "u2", 5001, Map.of());
        consul.forget("u1");
        await(() -> users("u2"));
        await(() -> healthIs(Status.UP));
    }

    @Test
    void theLastProcessesStayWhenConsulReturnsAndKnowsNobody() {
        consul.restartEmpty();
        long before = consul.requests();
        // A watch of each service and of the settings, the registration, and then some that wait.
        await(() -> consul.requests() > before + 8);
        assertThat(users("u1")).isTrue();
    }

    @Test
    void aConsulThatLostItsDataIsFollowed() {
        for (int i = 0; i < 20; i++) {
            consul.put("anything", Integer.toString(i));
        }
        consul.restartEmpty();
        consul.register("u2", "user-service", "u2", 5001, Map.of());
        await(() -> users("u2"));
    }

    @Test
    void theMetricsTellHowManyAreKnown() {
        assertThat(gateway.getBean(MeterRegistry.class)
                        .get("mstv.discovery.instances")
                        .tag("module", "users")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void theMetricsTellForHowLongConsulIsSilent() {
        assertThat(metric("mstv.consul.silence")).isLessThan(12);
        consul.stop();
        await(() -> metric("mstv.consul.silence") > 1);
    }
}
