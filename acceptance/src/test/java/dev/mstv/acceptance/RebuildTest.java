package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Read models are made anew for those who operate it, and after a crash by themselves. */
class RebuildTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String DIRECTORY = "/ops/projections/users.directory/rebuild";

    private final RunningApp app = World.app();

    @Test
    void nobodyElseDoes() {
        assertThat(app.send(Account.registered(app).post(DIRECTORY, "")).problem())
                .isEqualTo("403 forbidden");
        assertThat(app.send(Request.post(DIRECTORY, "")).problem()).isEqualTo("401 unauthenticated");
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(app.send(Account.administrator(app).post("/ops/projections/users.nothing/rebuild", ""))
                        .problem())
                .isEqualTo("404 projection_not_found");
    }

    @Test
    void aKilledProcessLeavesItToTheNextOne() {
        Launch launch = World.ownDatabase("killed_rebuild");
        Sql database = World.database("killed_rebuild");
        try (RunningApp first = launch.start()) {
            fill(database, 100_000);
            first.send(Account.administrator(first).post(DIRECTORY, "")).expect(202);
            assertThat(Polling.until(LIMIT, () -> copied(database) > 1_000)).isTrue();
            first.kill();
        }
        assertThat(database.one("SELECT building IS NOT NULL FROM users_projection"))
                .isEqualTo("t");
        try (RunningApp second = launch.start()) {
            Request list = Account.administrator(second).get("/users?email=u7@example.com");
            assertThat(Polling.until(LIMIT, () -> second.send(list)
                            .expect(200)
                            .at("/items/0/name")
                            .equals("Name 7")))
                    .isTrue();
        }
        assertThat(database.one("SELECT count(*) FROM users_directory_" + generation(database)))
                .isEqualTo("100001");
    }

    private static long generation(Sql database) {
        return Long.parseLong(database.one("SELECT live FROM users_projection"));
    }

    private static long copied(Sql database) {
        return Long.parseLong(database.one("SELECT copied_to FROM users_projection"));
    }

    /** Users who registered before there was a list of them. */
    private static void fill(Sql database, int users) {
        database.run("INSERT INTO users_event (event_id, stream, version, type, schema_version, payload, metadata,"
                + " occurred_at, shard, previous_hash, hash, published_at) SELECT gen_random_uuid(), id, 1,"
                + " 'user.registered', 1, '{\"userId\":\"' || id || '\",\"email\":\"u' || i || '@example.com\",\"name\":\"Name '"
                + " || i || '\",\"role\":\"user\"}', '{\"actor\":\"system\"}', now(), i % 64, repeat('0', 64),"
                + " repeat('0', 64), now() FROM (SELECT i, gen_random_uuid() AS id FROM generate_series(1, " + users
                + ") AS i) AS users");
    }
}
