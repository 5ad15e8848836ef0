package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stream with very many unsent events keeps its own shard busy, one of 64, and no other. */
class FairnessTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int MANY = 5_000;
    private static final UUID HOT = new UUID(0, 1);
    // Sent by the same thread.
    private static final UUID OF_ANOTHER_SHARD = new UUID(0, 5);

    private static Sql database;
    private static RunningApp app;

    @BeforeAll
    static void storeManyOfOne() {
        Launch launch = World.ownDatabase("fairness");
        database = World.database("fairness");
        app = launch.start();
        new Outboxes(database).awaitEmpty(LIMIT);
        database.run(
                "INSERT INTO users_event (event_id, stream, version, type, schema_version, payload, metadata, occurred_at,"
                        + " shard, previous_hash, hash) SELECT gen_random_uuid(), stream, version, 'user.updated', 1,"
                        + " '{\"userId\":\"' || stream || '\",\"changes\":{}}', '{}', now(), shard, '', ''"
                        + " FROM (SELECT ?::uuid AS stream, version, 1 AS shard FROM generate_series(1, ?) AS version"
                        + " UNION ALL SELECT ?, 1, 5) AS e ORDER BY stream",
                HOT,
                MANY,
                OF_ANOTHER_SHARD);
        new Outboxes(database).awaitEmpty(LIMIT);
    }

    @AfterAll
    static void end() {
        app.close();
    }

    @Test
    void aStreamOfAnotherShardGoesWithTheFirstOfThem() {
        assertThat(sentBefore(OF_ANOTHER_SHARD)).isLessThan(MANY / 10);
    }

    @Test
    void allOfItGoesInOrder() {
        assertThat(database.column(
                        "SELECT version FROM (SELECT version, published_at < lag(published_at) OVER (ORDER BY version)"
                                + " AS early FROM users_event WHERE stream = ?) AS e WHERE early",
                        HOT))
                .isEmpty();
    }

    private static int sentBefore(UUID stream) {
        return Integer.parseInt(database.one(
                "SELECT count(*) FROM users_event WHERE stream = ? AND published_at <"
                        + " (SELECT published_at FROM users_event WHERE stream = ?)",
                HOT,
                stream));
    }
}
