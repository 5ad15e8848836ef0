package dev.mstv.platform.events.projection;

import dev.mstv.platform.config.ReadModelSettings.Store;
import dev.mstv.platform.persistence.Database;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Generations that nobody reads any more, or soon nobody will, in {@code <module>_projection_retired}. */
final class RetiredGenerations {

    private final Database database;
    private final Store store;
    private final String projections;
    private final String table;

    RetiredGenerations(Database database, Store store) {
        this.database = database;
        this.store = store;
        this.projections = database.module() + "_projection";
        this.table = database.module() + "_projection_retired";
    }

    /** Adds the generation that a column of the projection's row names, if it names one and the row meets a condition. */
    void add(Handle handle, String name, String column, Duration grace, String condition) {
        handle.createUpdate("INSERT INTO " + table + " (name, generation, drop_after, store) SELECT name, " + column
                        + ", now() + :grace * interval '1 ms', store FROM " + projections + " WHERE name = :name AND "
                        + column + " IS NOT NULL AND " + condition + " ON CONFLICT (name, generation) DO NOTHING")
                .bind("name", name)
                .bind("grace", grace.toMillis())
                .execute();
    }

    /** Those that are to be dropped, of those that are kept where this process keeps read models. */
    List<Long> here(String name) {
        return in(store, name);
    }

    void forget(String name, long generation) {
        database.run(handle -> handle.createUpdate(
                        "DELETE FROM " + table + " WHERE name = :name AND generation = :generation")
                .bind("name", name)
                .bind("generation", generation)
                .execute());
    }

    /** Drops the tables that are left from when the read model was kept in this database: nobody erases people from them. */
    void dropLeftTables(String name) {
        if (store != Store.SQL) {
            for (long generation : in(Store.SQL, name)) {
                database.run(
                        handle -> handle.execute("DROP TABLE IF EXISTS " + name.replace('.', '_') + "_" + generation));
                forget(name, generation);
            }
        }
    }

    private List<Long> in(Store where, String name) {
        return database.call(handle -> handle.createQuery("SELECT generation FROM " + table
                        + " WHERE name = :name AND store = :store AND drop_after <= now()")
                .bind("name", name)
                .bind("store", where.word())
                .mapTo(Long.class)
                .list());
    }
}
