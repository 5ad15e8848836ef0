package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dead letters of one module, in {@code <module>_parked}. */
final class Letters {

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
                + " p WHERE state = 'DEAD' AND (CAST(:after AS uuid) IS NULL OR id > :after) ORDER BY id LIMIT :limit";
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

    /** Has one tried again, now, as if it had failed so often. */
    void revive(UUID id, int attempts) {
        database.run(handle -> handle.createUpdate("UPDATE " + table
                        + " SET state = 'RETRYING', attempts = :attempts, next_attempt_at = now() WHERE id = :id")
                .bind("id", id)
                .bind("attempts", attempts)
                .execute());
    }
}
