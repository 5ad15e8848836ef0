package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the subscribers of one module have done, in {@code <module>_inbox}: each event once. */
final class Inbox {

    private final Database database;
    private final String table;

    Inbox(Database database) {
        this.database = database;
        this.table = database.module() + "_inbox";
    }

    /**
     * Notes that the events are done, in the transaction in which they are.
     *
     * @return those that were not done before; who else does one of them at this moment is waited for
     */
    Set<UUID> enter(String subscriber, List<UUID> events) {
        // In one order for all, so that two who enter the same events do not wait for each other.
        Object[] ordered = events.stream().sorted().toArray();
        return database.jdbc(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table
                    + " (subscriber, event_id, received_at) SELECT ?, id, now() FROM unnest(?) AS id"
                    + " ON CONFLICT (subscriber, event_id) DO NOTHING RETURNING event_id")) {
                insert.setString(1, subscriber);
                insert.setArray(2, connection.createArrayOf("uuid", ordered));
                return new HashSet<>(Database.rows(insert, row -> row.getObject(1, UUID.class)));
            }
        });
    }

    /** Forgets what was done so long ago that it cannot arrive again. */
    int forget(Duration age) {
        return database.apart(handle -> handle.createUpdate(
                        "DELETE FROM " + table + " WHERE received_at < now() - :age * interval '1 ms'")
                .bind("age", age.toMillis())
                .execute());
    }
}
