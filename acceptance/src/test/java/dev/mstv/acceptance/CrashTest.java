package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Durability;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The process is killed again and again while it works: nothing acknowledged is lost, nothing half is left. */
class CrashTest {

    private static final int KILLS = 10;
    private static final int CLIENTS = 6;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    // Seeded, and printed by what fails: the moment of a kill is random, not the test.
    private static final Random RANDOM = new Random(20260101);

    private static final Load load = new Load();
    private static Postgres postgres;
    private static Sql database;

    @BeforeAll
    static void killTenTimes() {
        postgres = Postgres.temporary(Durability.FULL);
        postgres.createDatabase("mstv");
        database = Sql.of(postgres.url("mstv"));
        for (int i = 0; i < KILLS; i++) {
            try (RunningApp app = Launch.on(postgres.url("mstv")).start();
                    Load.Running running = load.on(app, CLIENTS)) {
                int enough = 1 + RANDOM.nextInt(15);
                assertThat(Polling.until(LIMIT, () -> running.acknowledged() >= enough))
                        .isTrue();
                app.kill();
            }
        }
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void theProcessAnswersAsEverUntilItIsKilled() {
        assertThat(load.surprises()).isEmpty();
    }

    @Test
    void everyAcknowledgedRegistrationIsThere() {
        List<String> stored = database.column("SELECT email FROM users_user");

        assertThat(load.registered()).isNotEmpty();
        assertThat(stored).containsAll(load.registered());
    }

    @Test
    void everyAcknowledgedChangeIsThere() {
        assertThat(load.names()).isNotEmpty();
        assertThat(load.names()).allSatisfy((email, names) -> assertThat(
                        database.one("SELECT name FROM users_user WHERE email = ?", email))
                .isIn(names.plausible()));
    }

    @Test
    void everyUserHasTheWholeStreamOfTheirEvents() {
        assertThat(
                        database.column(
                                "SELECT u.email FROM users_user u LEFT JOIN users_event e ON e.stream = u.id"
                                        + " GROUP BY u.id, u.email, u.version"
                                        + " HAVING count(e.version) <> u.version OR min(e.version) <> 1 OR max(e.version) <> u.version"))
                .isEmpty();
    }

    @Test
    void everySessionHasTheWholeStreamOfItsEvents() {
        assertThat(
                        database.column(
                                "SELECT s.id FROM auth_session s LEFT JOIN auth_event e ON e.stream = s.id"
                                        + " GROUP BY s.id, s.version"
                                        + " HAVING count(e.version) <> s.version OR min(e.version) <> 1 OR max(e.version) <> s.version"))
                .isEmpty();
    }

    @Test
    void noEventIsWithoutItsUser() {
        assertThat(
                        database.column(
                                "SELECT DISTINCT stream FROM users_event e"
                                        + " WHERE NOT EXISTS (SELECT 1 FROM users_user u WHERE u.id = e.stream)"
                                        + " AND NOT EXISTS (SELECT 1 FROM users_event d WHERE d.stream = e.stream AND d.type = 'user.deleted')"))
                .isEmpty();
    }

    @Test
    void everyEventFollowsTheOneBefore() {
        assertThat(database.column("SELECT e.event_id FROM users_event e JOIN users_event p"
                        + " ON p.stream = e.stream AND p.version = e.version - 1 WHERE e.previous_hash <> p.hash"))
                .isEmpty();
    }

    @Test
    void retryingWhatWasNotAcknowledgedMakesOneAccountEach() {
        try (RunningApp app = Launch.on(postgres.url("mstv")).start()) {
            for (Load.Registration open : load.unacknowledged()) {
                // A claim that the killed process held runs out after the deadline of its request.
                assertThat(Polling.until(
                                Duration.ofSeconds(60),
                                () -> app.send(open.request()).status() == 201))
                        .as(open.email())
                        .isTrue();
                assertThat(database.one("SELECT count(*) FROM users_user WHERE email = ?", open.email()))
                        .isEqualTo("1");
            }
        }
    }
}
