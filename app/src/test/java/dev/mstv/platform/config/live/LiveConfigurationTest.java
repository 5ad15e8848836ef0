package dev.mstv.platform.config.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.consul.ConsulStub;
import dev.mstv.platform.config.LimitSettings;
import dev.mstv.platform.config.LiveSetting;
import dev.mstv.platform.config.LiveSetting.Source;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.consul.ConsulAgent;
import dev.mstv.platform.discovery.ConsulProcess;
import dev.mstv.platform.resilience.CircuitState;
import dev.mstv.platform.resilience.Outbound;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A running process follows what stands in Consul. */
class LiveConfigurationTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MAX = "mstv/config/RATE_LIMIT_MAX";
    private static final String OWN_MAX = "mstv/api-gateway/config/RATE_LIMIT_MAX";
    private static final String LEVEL = "mstv/config/LOG_LEVEL";
    private static final String BREAKER = "mstv/config/ENABLE_CIRCUIT_BREAKER";
    private static final String TIMEOUT = "mstv/config/CB_TIMEOUT";
    private static final String RETRY_DELAY = "mstv/config/RETRY_DELAY";
    private static final long OF_THE_ENVIRONMENT = 1_000_000;

    private static ConsulStub consul;
    private static ApplicationContext process;
    private static LiveSettings settings;

    @BeforeAll
    static void start() {
        consul = ConsulStub.start();
        process = ConsulProcess.gateway(consul);
        settings = process.getBean(LiveSettings.class);
    }

    @AfterAll
    static void end() {
        process.close();
        consul.close();
    }

    @AfterEach
    void takeAway() {
        consul.restart();
        for (String key : new String[] {MAX, OWN_MAX, LEVEL, BREAKER, TIMEOUT, RETRY_DELAY}) {
            consul.delete(key);
        }
        await(() -> settings.all().stream()
                .allMatch(setting -> setting.source() != Source.CONSUL && setting.refused() == null));
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Polling.until(LIMIT, condition)).isTrue();
    }

    private static void awaitMax(long max) {
        await(() -> settings.limits().get().requests() == max);
    }

    private static LiveSetting setting(String name) {
        return settings.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String limitOfAnAnswer() throws IOException, InterruptedException {
        URI address = process.getBean(EmbeddedServer.class).getURI();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address.resolve("/health")).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("RateLimit-Limit")
                    .orElseThrow();
        }
    }

    @Test
    void theLimitOfRequestsIsFollowed() throws Exception {
        assertThat(limitOfAnAnswer()).isEqualTo("1000000");
        consul.put(MAX, "500");
        awaitMax(500);
        assertThat(limitOfAnAnswer()).isEqualTo("500");
    }

    @Test
    void theLevelOfTheLogIsFollowed() {
        assertThat(LoggerFactory.getLogger("dev.mstv.anything").isWarnEnabled()).isFalse();
        consul.put(LEVEL, "debug");
        await(() -> LoggerFactory.getLogger("dev.mstv.anything").isDebugEnabled());
    }

    private static boolean isCircuit(CircuitState state) {
        return process.getBean(Outbound.class)
                .circuit("breakers")
                .filter(circuit -> circuit.state() == state)
                .isPresent();
    }

    @Test
    void theSwitchOfTheCircuitBreakersIsFollowed() {
        Outbound outbound = process.getBean(Outbound.class);
        assertThat(outbound.to("breakers")).isNotNull();
        assertThat(isCircuit(CircuitState.CLOSED)).isTrue();
        consul.put(BREAKER, "false");
        await(() -> isCircuit(CircuitState.DISABLED));
    }

    @Test
    void theTimeOfACallIsFollowed() {
        Outbound outbound = process.getBean(Outbound.class);
        consul.put(TIMEOUT, "7m");
        await(() -> outbound.to("times").call(limit -> limit).equals(Duration.ofMinutes(7)));
    }

    @Test
    void whatIsAllowedAndDoesNotFitIsRefused() {
        consul.put(RETRY_DELAY, "1h");
        await(() -> setting("RETRY_DELAY").refused() != null);
        assertThat(settings.outbound().get().retryDelay()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aValueThatIsTakenAwayIsTheEnvironmentsAgain() {
        consul.put(MAX, "500");
        awaitMax(500);
        consul.delete(MAX);
        awaitMax(OF_THE_ENVIRONMENT);
        assertThat(setting("RATE_LIMIT_MAX").source()).isEqualTo(Source.ENVIRONMENT);
    }

    @Test
    void aValueOfOneServiceWinsThere() {
        consul.put(OWN_MAX, "300");
        consul.put(MAX, "500");
        consul.put("mstv/auth-service/config/RATE_LIMIT_MAX", "200");
        consul.put(LEVEL, "warn");
        await(() -> setting("LOG_LEVEL").value().equals("warn"));
        assertThat(setting("RATE_LIMIT_MAX").value()).isEqualTo("300");
        assertThat(setting("RATE_LIMIT_MAX").key()).isEqualTo(OWN_MAX);
    }

    @Test
    void aBadValueIsRefusedAndTheLastGoodOneKept() {
        consul.put(MAX, "500");
        awaitMax(500);
        consul.put(MAX, "as many as you like");
        await(() -> setting("RATE_LIMIT_MAX").refused() != null);
        assertThat(settings.limits().get().requests()).isEqualTo(500);
    }

    @Test
    void aGoodValueAfterABadOneIsTaken() {
        consul.put(MAX, "0");
        await(() -> setting("RATE_LIMIT_MAX").refused() != null);
        consul.put(MAX, "500");
        awaitMax(500);
        assertThat(setting("RATE_LIMIT_MAX").refused()).isNull();
    }

    @Test
    void aKeyThatIsNoSettingIsPassedOver() {
        consul.put("mstv/config/RATE_LIMIT_MOST", "1");
        consul.put(MAX, "500");
        awaitMax(500);
        assertThat(settings.all()).noneMatch(setting -> setting.name().equals("RATE_LIMIT_MOST"));
    }

    @Test
    void whatConsulSaidLastStaysWhileItIsAway() {
        consul.put(MAX, "500");
        awaitMax(500);
        consul.stop();
        await(() -> !process.getBean(ConsulAgent.class).answers());
        assertThat(settings.limits().get()).isEqualTo(new LimitSettings(500, Duration.ofMinutes(1)));
    }

    @Test
    void whatWasChangedMeanwhileIsFollowedWhenItReturns() {
        consul.put(MAX, "500");
        awaitMax(500);
        consul.stop();
        consul.put(MAX, "400");
        consul.restart();
        awaitMax(400);
    }

    @Test
    void aConsulThatLostItsDataHasTheEnvironmentCount() {
        consul.put(MAX, "500");
        awaitMax(500);
        consul.restartEmpty();
        awaitMax(OF_THE_ENVIRONMENT);
    }
}
