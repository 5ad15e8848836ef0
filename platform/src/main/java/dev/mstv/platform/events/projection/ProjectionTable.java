package dev.mstv.platform.events.projection;

import dev.mstv.platform.persistence.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which generations of a module's read models there are, in {@code <module>_projection}. Time is the database's. */
final class ProjectionTable {

    private static final int MAX_ERROR = 1000;

    private final Database database;
    private final String table;
    private final String retired;

    ProjectionTable(Database database) {
        this.database = database;
        this.table = database.module() + "_projection";
        this.retired = database.module() + "_projection_retired";
    }

    void add(String name) {
        database.run(handle -> handle.createUpdate("INSERT INTO " + table
                        + " (name, newest, copied_to, events, rebuilt, applied_to) VALUES (:name, 0, 0, 0, 0, 0)"
                        + " ON CONFLICT (name) DO NOTHING")
                .bind("name", name)
                .execute());
    }

    /** What is read; empty until the first one is made. */
    Optional<Long> live(String name) {
        return number("SELECT live FROM " + table + " WHERE name = :name AND live IS NOT NULL", name);
    }

    /** What is fed. Until the end of the transaction it stays so; others may feed it at the same time. */
    Optional<Long> fed(String name) {
        // A key share lets progress be noted beside it.
        return number("SELECT live FROM " + table + " WHERE name = :name AND live IS NOT NULL FOR KEY SHARE", name);
    }

    /** Whether none was ever begun; until the end of the transaction it stays so. */
    boolean untouched(String name) {
        return number("SELECT newest FROM " + table + " WHERE name = :name FOR UPDATE", name)
                .filter(newest -> newest == 0)
                .isPresent();
    }

    void first(String name) {
        update("SET live = 1, newest = 1 WHERE name = :name", name);
    }

    /** Whether one has to be made now that nobody makes: there is none yet, or who made it is gone. */
    boolean wanted(String name, Duration pause) {
        return database.call(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM " + table
                        + " WHERE name = :name AND (building IS NOT NULL AND leased_until < now() OR building IS NULL"
                        + " AND live IS NULL AND COALESCE(finished_at < now() - :pause * interval '1 ms', TRUE)))")
                .bind("pause", pause.toMillis())
                .bind("name", name)
                .mapTo(Boolean.class)
                .one());
    }

    /** Begins a further generation, in the current transaction; empty if somebody else makes one and is alive. */
    Optional<Long> claim(String name, String holder, Duration lease) {
        return database.call(handle -> {
            retire(handle, name, "building", Duration.ZERO, "leased_until < now()");
            return handle.createQuery("UPDATE " + table + " SET newest = newest + 1, building = newest + 1,"
                            + " holder = :holder, leased_until = now() + :lease * interval '1 ms', started_at = now(),"
                            + " finished_at = NULL, copied_to = 0, events = 0, error = NULL"
                            + " WHERE name = :name AND (building IS NULL OR leased_until < now()) RETURNING building")
                    .bind("name", name)
                    .bind("holder", holder)
                    .bind("lease", lease.toMillis())
                    .mapTo(Long.class)
                    .findOne();
        });
    }

    /** Says that who makes a generation is alive. */
    void renew(String name, String holder, Duration lease) {
        database.run(handle -> handle.createUpdate(
                        "UPDATE " + table
                                + " SET leased_until = now() + :lease * interval '1 ms' WHERE name = :name AND holder = :holder")
                .bind("name", name)
                .bind("holder", holder)
                .bind("lease", lease.toMillis())
                .execute());
    }

    /**
     * Notes how far it has come.
     *
     * @throws SupersededException if somebody else makes another one by now
     */
    void progress(String name, String holder, long generation, long position, int events) {
        int updated = database.call(handle -> handle.createUpdate("UPDATE " + table
                        + " SET copied_to = :position, events = events + :events"
                        + " WHERE name = :name AND holder = :holder AND building = :generation")
                .bind("name", name)
                .bind("holder", holder)
                .bind("generation", generation)
                .bind("position", position)
                .bind("events", events)
                .execute());
        if (updated == 0) {
            throw new SupersededException(name);
        }
    }

    /** Lets nothing be fed until the end of the transaction. What is read goes on being read. */
    void stopFeeding(Duration patience) {
        database.run(handle -> {
            handle.execute("SET LOCAL lock_timeout = " + patience.toMillis());
            // A lock of the table, not of the row: it waits in one queue with those that feed, and is not starved by
            // them.
            handle.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
        });
    }

    /** Puts a generation in the place of what is read. */
    Swapped swap(String name, String holder, long generation, Duration grace) {
        return database.call(handle -> {
            retire(handle, name, "live", grace, "TRUE");
            return handle.createQuery(
                            "UPDATE " + table + " SET live = building, building = NULL, holder = NULL,"
                                    + " finished_at = now(), rebuilt = rebuilt + 1, applied_to = copied_to"
                                    + " WHERE name = :name AND holder = :holder AND building = :generation"
                                    + " RETURNING rebuilt, events, round(EXTRACT(EPOCH FROM clock_timestamp() - started_at)::numeric, 3) AS seconds")
                    .bind("name", name)
                    .bind("holder", holder)
                    .bind("generation", generation)
                    .map((row, context) ->
                            new Swapped(row.getLong("rebuilt"), row.getLong("events"), row.getDouble("seconds")))
                    .findOne()
                    .orElseThrow(() -> new SupersededException(name));
        });
    }

    /** What was made, as how manieth, of how many events, in which time. */
    record Swapped(long count, long events, double seconds) {}

    /** Gives up a generation: somebody else may make another one at once. */
    void giveUp(String name, String holder, long generation, String error) {
        database.run(handle -> {
            retire(handle, name, "building", Duration.ZERO, "building = " + generation);
            handle.createUpdate("UPDATE " + table + " SET building = NULL, holder = NULL, finished_at = now(),"
                            + " error = :error WHERE name = :name AND holder = :holder AND building = :generation")
                    .bind("name", name)
                    .bind("holder", holder)
                    .bind("generation", generation)
                    .bind("error", error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR))
                    .execute();
        });
    }

    /** Generations that nobody reads any more. */
    List<Long> dropped(String name) {
        return database.call(handle -> handle.createQuery(
                        "SELECT generation FROM " + retired + " WHERE name = :name AND drop_after <= now()")
                .bind("name", name)
                .mapTo(Long.class)
                .list());
    }

    void forget(String name, long generation) {
        database.run(handle -> handle.createUpdate(
                        "DELETE FROM " + retired + " WHERE name = :name AND generation = :generation")
                .bind("name", name)
                .bind("generation", generation)
                .execute());
    }

    /** Every event up to this position is in what is live. */
    long appliedTo(String name) {
        return number("SELECT applied_to FROM " + table + " WHERE name = :name", name)
                .orElse(0L);
    }

    void appliedTo(String name, long position) {
        database.run(handle -> handle.createUpdate(
                        "UPDATE " + table + " SET applied_to = :position WHERE name = :name AND applied_to < :position")
                .bind("name", name)
                .bind("position", position)
                .execute());
    }

    private void retire(Handle handle, String name, String which, Duration grace, String condition) {
        handle.createUpdate("INSERT INTO " + retired + " (name, generation, drop_after) SELECT name, " + which
                        + ", now() + :grace * interval '1 ms' FROM " + table + " WHERE name = :name AND " + which
                        + " IS NOT NULL AND " + condition + " ON CONFLICT (name, generation) DO NOTHING")
                .bind("name", name)
                .bind("grace", grace.toMillis())
                .execute();
    }

    private Optional<Long> number(String sql, String name) {
        return database.call(handle ->
                handle.createQuery(sql).bind("name", name).mapTo(Long.class).findOne());
    }

    private void update(String change, String name) {
        database.run(handle -> handle.createUpdate("UPDATE " + table + " " + change)
                .bind("name", name)
                .execute());
    }
}
