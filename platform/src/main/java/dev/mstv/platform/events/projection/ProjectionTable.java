package dev.mstv.platform.events.projection;

import dev.mstv.platform.config.ReadModelSettings.Store;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * Which generations of a module's read models there are, in {@code <module>_projection}, and where: of those that are
 * kept in another store than this process is told to use, nothing is read. Time is the database's.
 */
final class ProjectionTable {

    private static final int MAX_ERROR = 1000;

    private final Database database;
    private final String store;
    private final String table;
    private final RetiredGenerations retired;

    ProjectionTable(Database database, Store store) {
        this.database = database;
        this.store = store.word();
        this.table = database.module() + "_projection";
        this.retired = new RetiredGenerations(database, store);
    }

    RetiredGenerations retired() {
        return retired;
    }

    void add(String name) {
        database.run(handle -> handle.createUpdate("INSERT INTO " + table
                        + " (name, newest, copied_to, events, rebuilt, applied_to, store)"
                        + " VALUES (:name, 0, 0, 0, 0, 0, :store) ON CONFLICT (name) DO NOTHING")
                .bind("name", name)
                .bind("store", store)
                .execute());
    }

    /** Keeps it in this store from now on; true if it was in another one until now, and so has to be made here. */
    boolean move(String name) {
        return database.call(handle -> {
            String elsewhere = "NOT " + here();
            retired.add(handle, name, "live", Rebuild.GRACE, elsewhere);
            retired.add(handle, name, "building", Rebuild.GRACE, elsewhere);
            return handle.createUpdate("UPDATE " + table + " SET store = :store, live = NULL, building = NULL,"
                                    + " holder = NULL, finished_at = NULL WHERE name = :name AND " + elsewhere)
                            .bind("name", name)
                            .bind("store", store)
                            .execute()
                    == 1;
        });
    }

    /** What is read; empty until the first one is made here. */
    Optional<Long> live(String name) {
        return number("SELECT live FROM " + table + " WHERE name = :name AND live IS NOT NULL AND " + here(), name);
    }

    /**
     * What is fed; empty if none is. Until the end of the transaction it stays so; others may feed it at the same time.
     *
     * @throws Refusal {@code read_model_behind} if it is in another store: who knows that store has to feed it
     */
    Optional<Long> fed(String name) {
        // A key share lets progress be noted beside it.
        return database.call(
                handle -> handle.createQuery("SELECT live, store FROM " + table + " WHERE name = :name FOR KEY SHARE")
                        .bind("name", name)
                        .map((row, context) -> {
                            if (!store.equals(row.getString("store"))) {
                                throw ReadModels.behind();
                            }
                            return Optional.ofNullable(row.getObject("live", Long.class));
                        })
                        .one());
    }

    /** Takes a generation out that its store has lost; true if it was live until now. */
    boolean lost(String name, long generation) {
        return database.call(handle -> handle.createUpdate("UPDATE " + table + " SET live = NULL, finished_at = NULL"
                                + " WHERE name = :name AND live = :generation AND " + here())
                        .bind("name", name)
                        .bind("generation", generation)
                        .execute()
                == 1);
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
                        + " AND live IS NULL AND COALESCE(finished_at < now() - :pause * interval '1 ms', TRUE)) AND "
                        + here() + ")")
                .bind("pause", pause.toMillis())
                .bind("name", name)
                .mapTo(Boolean.class)
                .one());
    }

    /** Begins a further generation, in the current transaction; empty if somebody else makes one and is alive. */
    Optional<Long> claim(String name, String holder, Duration lease) {
        return database.call(handle -> {
            retired.add(handle, name, "building", Duration.ZERO, "leased_until < now() AND " + here());
            return handle.createQuery("UPDATE " + table + " SET newest = newest + 1, building = newest + 1,"
                            + " holder = :holder, leased_until = now() + :lease * interval '1 ms', started_at = now(),"
                            + " finished_at = NULL, copied_to = 0, events = 0, error = NULL"
                            + " WHERE name = :name AND (building IS NULL OR leased_until < now()) AND " + here()
                            + " RETURNING building")
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
            retired.add(handle, name, "live", grace, "TRUE");
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
            retired.add(handle, name, "building", Duration.ZERO, "building = " + generation);
            handle.createUpdate("UPDATE " + table + " SET building = NULL, holder = NULL, finished_at = now(),"
                            + " error = :error WHERE name = :name AND holder = :holder AND building = :generation")
                    .bind("name", name)
                    .bind("holder", holder)
                    .bind("generation", generation)
                    .bind("error", error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR))
                    .execute();
        });
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

    private String here() {
        return "(store = '" + store + "')";
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
