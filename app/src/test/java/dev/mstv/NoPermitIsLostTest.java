package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever clients send and wherever they go away, all that is served comes to an end. */
class NoPermitIsLostTest {

    private static final int LIMIT = 4;
    private static final int CLIENTS = 12;
    private static final int VISITS = 60;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static ApplicationContext process;
    private static int port;

    @BeforeAll
    static void start() {
        process = RunningProcess.start(Map.of("INBOUND_LIMIT", Integer.toString(LIMIT)));
        port = process.getBean(EmbeddedServer.class).getPort();
    }

    @AfterAll
    static void end() {
        process.close();
    }

    /** Those who went away may not all have been heard yet: who comes then is told to come again, but not for long. */
    private static boolean isServedAgain() {
        return Polling.until(SOON, () -> Visit.GOOD.pay(port).equals("HTTP/1.1 200 OK"));
    }

    private static boolean nothingIsServed(ApplicationContext any) {
        return Polling.until(SOON, () -> any.getBean(MeterRegistry.class).get("mstv.inbound.running").gauges().stream()
                .allMatch(running -> running.value() == 0));
    }

    private static void visit(RandomGenerator random, Queue<String> probes) {
        Visit[] all = Visit.values();
        for (int i = 0; i < VISITS; i++) {
            String unused = all[random.nextInt(all.length)].pay(port);
            try (RawConnection probe = new RawConnection(port)) {
                probe.say("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
                probes.add(probe.line());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneByOne(Visit visit) {
        for (int i = 0; i < 2 * LIMIT; i++) {
            String unused = visit.pay(port);
        }
        assertThat(isServedAgain()).isTrue();
        assertThat(nothingIsServed(process)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void manyAtOnce(long seed) throws InterruptedException {
        Queue<String> probes = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed * CLIENTS + i);
            clients.add(Thread.ofVirtual().start(() -> visit(random, probes)));
        }
        for (Thread client : clients) {
            client.join();
        }
        assertThat(nothingIsServed(process)).isTrue();
        assertThat(probes).hasSize(CLIENTS * VISITS).containsOnly("HTTP/1.1 200 OK");
    }

    @Test
    void thoseWhoAreLimitedLeaveNothingEither() {
        try (ApplicationContext limited =
                RunningProcess.start(Map.of("INBOUND_LIMIT", Integer.toString(LIMIT), "RATE_LIMIT_MAX", "1"))) {
            int limitedPort = limited.getBean(EmbeddedServer.class).getPort();
            for (int i = 0; i < 2 * LIMIT; i++) {
                String unused = Visit.GOOD.pay(limitedPort);
            }
            assertThat(Visit.GOOD.pay(limitedPort)).startsWith("HTTP/1.1 429");
            assertThat(nothingIsServed(limited)).isTrue();
        }
    }
}
