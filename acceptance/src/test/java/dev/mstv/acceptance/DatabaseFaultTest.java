package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Durability;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away while the process serves, and comes back. */
class DatabaseFaultTest {

    private static final Duration RECOVERY = Duration.ofSeconds(20);
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static Postgres postgres;
    private static RunningApp app;

    private Account account;

    @BeforeAll
    static void start() {
        postgres = Postgres.temporary(Durability.FULL);
        postgres.createDatabase("mstv");
        app = Launch.on(postgres.url("mstv")).start();
    }

    @AfterAll
    static void end() {
        app.close();
        postgres.close();
    }

    @BeforeEach
    void signIn() {
        account = Account.registered(app);
    }

    @Test
    void aKilledDatabaseIsAProblemUntilItIsBack() {
        postgres.kill();
        try {
            Answer profile = app.send(account.get("/auth/profile"));
            assertThat(profile.problem()).isEqualTo("503 database_unavailable");
            assertThat(profile.header("retry-after")).isPresent();
            assertThat(app.send(Account.login(account.email(), Account.PASSWORD))
                            .problem())
                    .isEqualTo("503 database_unavailable");
            // Health may have been asked for a moment ago, and answers the same for one second.
            assertThat(Polling.until(
                            RECOVERY,
                            () -> app.send(Request.get("/health/ready")).status() == 503))
                    .isTrue();
            assertThat(app.send(Request.get("/health/live")).status()).isEqualTo(200);
        } finally {
            postgres.restart();
        }
        assertRecovered();
    }

    @Test
    void aRestartedDatabaseBreaksNoConnectionForLong() {
        postgres.stop();
        postgres.restart();

        assertRecovered();
    }

    @Test
    void aHangingDatabaseIsAProblemWithinBounds() {
        postgres.suspend();
        try {
            long begin = System.nanoTime();
            assertThat(app.send(account.get("/auth/profile")).problem()).isEqualTo("503 database_unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
            assertThat(app.send(Request.get("/health/ready")).status()).isEqualTo(503);
            assertThat(app.send(Request.get("/health/live")).status()).isEqualTo(200);
        } finally {
            postgres.resume();
        }
        assertRecovered();
    }

    /** Without a restart, and with everything that was acknowledged. */
    private void assertRecovered() {
        assertThat(Polling.until(
                        RECOVERY, () -> app.send(Request.get("/health/ready")).status() == 200))
                .isTrue();
        assertThat(Polling.until(
                        RECOVERY, () -> app.send(account.get("/auth/profile")).status() == 200))
                .isTrue();
        assertThat(app.send(account.patch(account.path(), "{\"name\":\"Grace\"}"))
                        .status())
                .isEqualTo(200);
    }
}
