package dev.mstv.platform.persistence;

import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.config.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the tables of a module from the database that it shares with others to the one that is its own, before the module
 * runs; nodes that start together take turns.
 *
 * <p>The tables are locked, copied, and put aside in the old place before the lock ends: nothing is written there that
 * the new place does not have. As long as they stand in the old place, that place counts, and what the new one has is
 * left of a move that did not come to its end: a mark in the new place, which is there from before the first copy until
 * after the tables were put aside, says so.
 */
final class Relocation {

    private static final Logger LOG = LoggerFactory.getLogger(Relocation.class);

    /** The schema where the old tables are kept until somebody drops them. */
    private static final String ASIDE = "mstv_moved";

    private static final String LOCK_LIMIT = "30s";

    private final String module;
    private final DatabaseAddress from;
    private final DatabaseAddress to;

    private Relocation(String module, DatabaseAddress from, DatabaseAddress to) {
        this.module = module;
        this.from = from;
        this.to = to;
    }

    /** Moves the tables if they are there and not here; where both are one database nothing happens. */
    static void run(String module, DatabaseAddress from, DatabaseAddress to) {
        new Relocation(module, from, to).run();
    }

    /**
     * Makes sure that a module is not begun anew where it was taken away from.
     *
     * @throws ConfigurationException if it was
     */
    static void refuseIfMovedAway(String module, DatabaseAddress address) {
        try (Handle place = open(address)) {
            if (!isThere(place, module + "_event") && isThere(place, ASIDE + "." + module + "_event")) {
                throw new ConfigurationException(
                        "%s_DATABASE_URL: is missing, the data of %s were moved from %s to a database of their own"
                                .formatted(module.toUpperCase(Locale.ROOT), module, address));
            }
        }
    }

    private void run() {
        try (Handle guard = open(to)) {
            guard.useTransaction(turn -> {
                turn.execute("SELECT pg_advisory_xact_lock(hashtext(?))", "mstv moves " + module);
                if (!isThere(turn, module + "_event") || isThere(turn, mark())) {
                    begin();
                }
            });
        }
    }

    private void begin() {
        try (Handle target = open(to);
                Handle source = open(from)) {
            target.execute("CREATE TABLE IF NOT EXISTS " + mark() + " ()");
            boolean same = isThere(source, mark());
            if (!same && isThere(source, module + "_event")) {
                LOG.warn("{} moves from {} to {}", module, from, to);
                Migrations.run(module, from);
                Migrations.run(module, to);
                source.useTransaction(old -> move(old, target));
                LOG.warn("{} has moved; what {} had of it is in the schema {} there", module, from, ASIDE);
            }
            target.execute("DROP TABLE " + mark());
        }
    }

    private void move(Handle source, Handle target) {
        source.execute("SET LOCAL lock_timeout = '" + LOCK_LIMIT + "'");
        List<String> old = tables(source);
        source.execute("LOCK TABLE " + String.join(", ", old) + " IN ACCESS EXCLUSIVE MODE");
        target.useTransaction(here -> {
            List<String> tables = tables(here);
            here.execute("TRUNCATE " + String.join(", ", tables));
            tables.forEach(table -> copy(table, source, here));
            // Read models are made anew: their tables are not those of a migration.
            here.execute("UPDATE " + module + "_projection SET live = NULL, building = NULL, holder = NULL,"
                    + " leased_until = NULL, finished_at = NULL WHERE store = 'sql'");
            here.execute("DELETE FROM " + module + "_projection_retired WHERE store = 'sql'");
        });
        source.execute("CREATE SCHEMA IF NOT EXISTS " + ASIDE);
        old.forEach(table -> source.execute("ALTER TABLE " + table + " SET SCHEMA " + ASIDE));
        source.execute("ALTER TABLE " + history() + " SET SCHEMA " + ASIDE);
    }

    private static void copy(String table, Handle source, Handle target) {
        String columns = String.join(", ", columns(target, table, ""));
        try {
            CopyOut out = source.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + table + " (" + columns + ") TO STDOUT (FORMAT binary)");
            CopyIn in = target.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
            for (byte[] rows = out.readFromCopy(); rows != null; rows = out.readFromCopy()) {
                in.writeToCopy(rows, 0, rows.length);
            }
            LOG.info("{}: {} rows", table, in.endCopy());
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("Cannot copy " + table, e));
        }
        columns(target, table, " AND attidentity <> ''").forEach(column -> count(table, column, source, target));
    }

    /** Goes on counting where the old place has come to. */
    private static void count(String table, String column, Handle source, Handle target) {
        String sequence = "SELECT pg_get_serial_sequence('" + table + "', '" + column + "')";
        String counted = source.createQuery(sequence).mapTo(String.class).one();
        String counting = target.createQuery(sequence).mapTo(String.class).one();
        source.createQuery("SELECT last_value, is_called FROM " + counted)
                .map(row -> target.execute(
                        "SELECT setval(?::regclass, ?, ?)",
                        counting,
                        row.getColumn("last_value", Long.class),
                        row.getColumn("is_called", Boolean.class)))
                .one();
    }

    /** Those of the module but its history, in the order in which they were made: none refers to a later one. */
    private List<String> tables(Handle handle) {
        return handle.createQuery(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
                                + " AND starts_with(relname, :prefix) AND relname NOT IN (:history, :mark) ORDER BY oid")
                .bind("prefix", module + "_")
                .bind("history", history())
                .bind("mark", mark())
                .mapTo(String.class)
                .list();
    }

    private static List<String> columns(Handle handle, String table, String condition) {
        return handle.createQuery(
                        "SELECT attname FROM pg_attribute WHERE attrelid = CAST(:table AS regclass) AND attnum > 0"
                                + " AND NOT attisdropped AND attgenerated = ''" + condition + " ORDER BY attnum")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }

    private static boolean isThere(Handle handle, String table) {
        return handle.createQuery("SELECT to_regclass(:table) IS NOT NULL")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one();
    }

    private String history() {
        return module + "_schema_history";
    }

    private String mark() {
        return module + "_moving";
    }

    private static Handle open(DatabaseAddress address) {
        return Jdbi.open(address.jdbcUrl(), address.user(), address.password());
    }
}
