package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dead letters of one module, in {@code <module>_parked}. */
final class Letters {

    private static final int COUNTED = 100_000;

    private final Database database;
    private final String table;

    Letters(Database database) {
        this.database = database;
        this.table = database.module() + "_parked";
    }

    /** Those after an id, oldest first. */
    List<DeadLetter> dead(@Nullable UUID after, int limit) {
        String sql = "SELECT p.*, (SELECT count(*) FROM " + table + " w WHERE w.subscriber = p.subscriber"
                + " AND w.stream = p.stream AND w.arrival > p.arrival) AS waiting FROM " + table
                + " p WHERE state = 'DEAD'" + (after == null ? "" : " AND id > :after") + " ORDER BY id LIMIT :limit";
        return database.apart(handle -> handle.createQuery(sql)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getString("subscriber"),
                        new DeadLetter.About(
                                row.getObject("event_id", UUID.class),
                                row.getString("type"),
                                row.getObject("stream", UUID.class)),
                        row.getString("error"),
                        row.getInt("attempts"),
                        row.getTimestamp("parked_at").toInstant(),
                        row.getLong("waiting")))
                .list());
    }

    /** One, dead or not; nobody else decides about it until the transaction ends. */
    Optional<StoredLetter> find(UUID id) {
        return database.call(handle -> handle.createQuery(
                        "SELECT id, subscriber, event_id, stream, state FROM " + table + " WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, context) -> new StoredLetter(
                        row.getObject("id", UUID.class),
                        row.getString("subscriber"),
                        row.getObject("event_id", UUID.class),
                        row.getObject("stream", UUID.class),
                        "DEAD".equals(row.getString("state"))))
                .findOne());
    }

    /** How many there are, and how many are not that yet. */
    Parked count() {
        String sql = "SELECT " + counted("DEAD") + " AS dead, " + counted("RETRYING") + " AS retrying, "
                + counted("WAITING") + " AS waiting, COALESCE((SELECT EXTRACT(EPOCH FROM now() - parked_at) FROM "
                + table
                + " WHERE state = 'RETRYING' ORDER BY id LIMIT 1), 0) AS oldest";
        return database.apart(handle -> handle.createQuery(sql)
                .map((row, context) -> new Parked(
                        row.getLong("dead"), row.getLong("retrying"), row.getLong("waiting"), Duration.ofMillis((long)
                                (Math.max(0, row.getDouble("oldest")) * 1000))))
                .one());
    }

    private String counted(String state) {
        return "(SELECT count(*) FROM (SELECT FROM " + table + " WHERE state = '" + state + "' LIMIT " + COUNTED
                + ") AS bounded)";
    }

    /** Has one tried again, now, as if it had failed so often. */
    void revive(UUID id, int attempts) {
        database.run(handle -> handle.createUpdate("UPDATE " + table
                        + " SET state = 'RETRYING', attempts = :attempts, next_attempt_at = now() WHERE id = :id")
                .bind("id", id)
                .bind("attempts", attempts)
                .execute());
    }
}
