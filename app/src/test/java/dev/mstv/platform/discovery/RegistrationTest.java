package dev.mstv.platform.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.TopologyTable;
import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.devstack.consul.StubService;
import dev.mstv.platform.grpc.GrpcServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Consul is told of a process, from its start to its end. */
class RegistrationTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static ConsulStub consul;
    private static ApplicationContext process;

    @BeforeAll
    static void start() {
        consul = ConsulStub.start();
        process = ConsulProcess.start(consul, Map.of("SERVICE_VERSION", "1.2.3", "PROTOCOLS", "rest"));
        await(() -> consul.healthy("user-service").size() == 1
                && consul.healthy("notification-service").size() == 1);
    }

    @AfterAll
    static void end() {
        process.close();
        consul.close();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Polling.until(LIMIT, condition)).isTrue();
    }

    private static StubService registered(String service) {
        return consul.registered(service).getFirst();
    }

    @Test
    void aMonolithIsRegisteredOnceUnderEveryServiceThatHasModules() {
        Set<String> names = new TreeSet<>(TopologyTable.services().keySet());
        names.removeAll(Set.of("monolith", "api-gateway"));
        assertThat(names).allSatisfy(name -> assertThat(consul.registered(name)).hasSize(1));
        assertThat(consul.registered("api-gateway")).isEmpty();
    }

    @Test
    void itsAddressIsWhereItListensToTheBus() {
        StubService service = registered("user-service");
        int port = process.getBean(GrpcServer.class).port();
        assertThat(service.address() + ':' + service.port()).isEqualTo("127.0.0.1:" + port);
    }

    @Test
    void aProcessWithoutAModuleHasNoPortOfTheBus() {
        try (ApplicationContext gateway = ConsulProcess.gateway(consul)) {
            assertThat(gateway.isRunning()).isTrue();
            await(() -> consul.healthy("api-gateway").size() == 1);
            assertThat(registered("api-gateway").port()).isZero();
        }
    }

    @Test
    void itTellsWhatItIs() {
        int port = process.getBean(EmbeddedServer.class).getPort();
        assertThat(registered("user-service").meta())
                .containsEntry("version", "1.2.3")
                .containsEntry("httpPort", Integer.toString(port))
                .containsEntry(
                        "modules",
                        String.join(
                                ",", TopologyTable.modules().stream().sorted().toList()))
                .containsEntry("protocols", "rest");
    }

    @Test
    void itsCheckAsksWhetherItIsReady() {
        int port = process.getBean(EmbeddedServer.class).getPort();
        assertThat(registered("user-service").check()).hasValueSatisfying(check -> assertThat(check)
                .isEqualTo(new StubService.Check(
                        "http://127.0.0.1:" + port + "/health/ready",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(1))));
    }

    @Test
    void itsCheckIsPlainHttpAlsoWhereThereIsTls(@TempDir Path directory) {
        CertificateAuthority.Pair pair = new CertificateAuthority(directory).issue("server");
        Map<String, String> tls = Map.of(
                "SERVICE_NAME", "api-gateway",
                "DATABASE_URL", "",
                "ENABLE_HTTPS", "true",
                "SSL_CERT_PATH", pair.certificate().toString(),
                "SSL_KEY_PATH", pair.key().toString());
        try (ConsulStub other = ConsulStub.start();
                ApplicationContext gateway = ConsulProcess.start(other, tls)) {
            await(() -> other.healthy("api-gateway").size() == 1);
            int port = gateway.getBean(EmbeddedServer.class).getPort();
            assertThat(other.registered("api-gateway")
                            .getFirst()
                            .check()
                            .orElseThrow()
                            .url())
                    .isEqualTo("http://127.0.0.1:" + port + "/health/ready");
        }
    }

    @Test
    void itIsRegisteredAnewWhenTheAgentDoesNotKnowItAnyMore() {
        StubService before = registered("auth-service");
        consul.forget(before.id());
        await(() -> !consul.registered("auth-service").isEmpty());
        assertThat(registered("auth-service").id()).isEqualTo(before.id());
    }

    @Test
    void aProcessThatStopsIsGoneAtOnce() {
        ApplicationContext gateway = ConsulProcess.gateway(consul);
        await(() -> consul.healthy("api-gateway").size() == 1);
        gateway.getBean(Registrar.class).end();
        assertThat(consul.registered("api-gateway")).isEmpty();
        gateway.close();
    }

    @Test
    void aProcessThatHasStoppedIsNotRegisteredAnew() {
        try (ApplicationContext gateway = ConsulProcess.gateway(consul)) {
            await(() -> consul.healthy("api-gateway").size() == 1);
            gateway.getBean(Registrar.class).end();
        }
        long before = consul.requests();
        await(() -> consul.requests() > before);
        assertThat(consul.registered("api-gateway")).isEmpty();
    }

    @Test
    void aProcessStopsWhileConsulIsAway() {
        try (ConsulStub other = ConsulStub.start()) {
            ApplicationContext gateway = ConsulProcess.gateway(other);
            await(() -> other.healthy("api-gateway").size() == 1);
            other.stop();
            gateway.close();
            assertThat(gateway.isRunning()).isFalse();
        }
    }

    @Test
    void aProcessThatStartsWithoutConsulIsRegisteredWhenItComes() {
        try (ConsulStub other = ConsulStub.start()) {
            other.stop();
            try (ApplicationContext gateway = ConsulProcess.gateway(other)) {
                assertThat(gateway.isRunning()).isTrue();
                other.restart();
                await(() -> other.healthy("api-gateway").size() == 1);
            }
        }
    }

    @Test
    void aProcessShowsItsToken() {
        try (ConsulStub closed = ConsulStub.withToken("a-secret");
                ApplicationContext gateway = ConsulProcess.start(
                        closed,
                        Map.of("SERVICE_NAME", "api-gateway", "DATABASE_URL", "", "CONSUL_TOKEN", "a-secret"))) {
            assertThat(gateway.isRunning()).isTrue();
            await(() -> closed.healthy("api-gateway").size() == 1);
        }
    }

    @Test
    void aProcessThatRunsAPartOfAServiceSaysWhich() {
        try (ConsulStub other = ConsulStub.start();
                ApplicationContext part = ConsulProcess.start(other, Map.of("MODULES", "notifications"))) {
            await(() -> other.healthy("notification-service").size() == 1);
            Discovery discovery = part.getBean(Discovery.class);
            await(() -> !discovery.of("notifications").isEmpty());
            assertThat(discovery.of("audit")).isEqualTo(List.of());
        }
    }
}
