package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that serves as many requests as it can, all of which wait for the database. */
class OverloadTest {

    private static final int LIMIT = 4;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static RunningApp app;
    private static Account account;
    private static Account administrator;

    private Sql.TableLock lock;
    private List<CompletableFuture<Answer>> waiting;

    @BeforeAll
    static void start() {
        app = World.ownDatabase("overload")
                .with("INBOUND_LIMIT", Integer.toString(LIMIT))
                .start();
        account = Account.registered(app);
        administrator = Account.administrator(app);
    }

    @AfterAll
    static void end() {
        app.close();
    }

    @BeforeEach
    void occupy() {
        lock = World.database("overload").lock("notifications_notification");
        waiting = IntStream.range(0, LIMIT)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> app.send(account.get("/notifications"))))
                .toList();
        assertThat(Polling.until(SOON, () -> running(LIMIT))).isTrue();
    }

    @AfterEach
    void leave() {
        lock.close();
        waiting.forEach(CompletableFuture::join);
    }

    private static boolean running(int requests) {
        String line = "mstv_inbound_running{lane=\"work\"} " + requests + ".0\n";
        return app.send(Request.get("/metrics")).expect(200).text().contains(line);
    }

    @Test
    void oneMoreIsRefusedMeanwhile() {
        Answer refused = app.send(account.get("/auth/profile"));

        assertThat(refused.problem()).isEqualTo("503 overloaded");
        assertThat(refused.header("retry-after")).hasValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health", "/health/circuit"})
    void itSaysHowItIs(String path) {
        assertThat(app.send(Request.get(path)).status()).isEqualTo(200);
    }

    @Test
    void itCanBeOperated() {
        assertThat(app.send(administrator.get("/ops/dead-letters")).status()).isEqualTo(200);
    }

    @Test
    void thoseWhoWaitAreAnsweredAndOthersAfterThem() {
        lock.close();

        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(Polling.until(SOON, () -> running(0))).isTrue();
        assertThat(app.send(account.get("/auth/profile")).status()).isEqualTo(200);
    }
}
