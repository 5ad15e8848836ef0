package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What of a module's event store has not been sent yet. */
final class Outbox {

    // So many of each shard at a time: a stream with very many events keeps only its own shard busy.
    private static final int PER_SHARD = 64;
    private static final int COUNTED = 100_000;

    private final Database database;
    private final EventReader reader;
    private final String table;

    Outbox(Database database, EventReader reader) {
        this.database = database;
        this.reader = reader;
        this.table = database.module() + "_event";
    }

    /** The first ones of each shard, those of a stream in their order. */
    List<Envelope> unpublished(Set<Integer> shards) {
        // By shard, so that each read is a short walk along the index of what is unpublished, however large the store.
        return reader.envelopes(database.jdbcApart(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT e.* FROM unnest(?) AS s(shard)"
                    + " CROSS JOIN LATERAL (SELECT * FROM " + table
                    + " WHERE shard = s.shard AND published_at IS NULL ORDER BY position LIMIT " + PER_SHARD
                    + ") AS e")) {
                query.setArray(1, connection.createArrayOf("integer", shards.toArray()));
                return Database.rows(query, StoredEvent::of);
            }
        }));
    }

    void markPublished(List<Envelope> events) {
        Object[] positions = events.stream().map(Envelope::position).toArray();
        int marked = database.jdbcApart(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + table
                    + " SET published_at = now() WHERE position = ANY (?) AND published_at IS NULL")) {
                update.setArray(1, connection.createArrayOf("bigint", positions));
                return update.executeUpdate();
            }
        });
        if (marked > positions.length) {
            throw new IllegalStateException("Marked more events than were sent");
        }
    }

    /** How much waits. */
    Backlog backlog() {
        return database.apart(handle -> handle.createQuery("SELECT count(*) AS waiting,"
                        + " COALESCE(EXTRACT(EPOCH FROM now() - min(occurred_at)), 0) AS age FROM (SELECT occurred_at"
                        + " FROM " + table + " WHERE published_at IS NULL LIMIT " + COUNTED + ") AS unpublished")
                .map((row, context) -> new Backlog(
                        row.getLong("waiting"), Duration.ofMillis((long) (Math.max(0, row.getDouble("age")) * 1000))))
                .one());
    }

    /**
     * What waits to be sent.
     *
     * @param waiting how many events, counted up to 100,000
     * @param age of the oldest one; zero if there is none
     */
    record Backlog(long waiting, Duration age) {}
}
