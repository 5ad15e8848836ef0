package dev.mstv.users.infrastructure.directory.sql;

import dev.mstv.platform.persistence.Database;
import dev.mstv.users.infrastructure.directory.Entry;
import dev.mstv.users.infrastructure.directory.Entry.Gone;
import dev.mstv.users.infrastructure.directory.Entry.Listed;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One generation of the directory, in {@code users_directory_<generation>}. */
final class DirectoryTable {

    private static final Duration INDEXING = Duration.ofHours(1);

    private final Database database;
    private final String name;

    DirectoryTable(Database database, long generation) {
        this.database = database;
        this.name = "users_directory_" + generation;
    }

    String name() {
        return name;
    }

    void create() {
        // An address is not unique here: who has taken one over may arrive before who has given it away.
        database.atLength(
                INDEXING,
                handle -> handle.execute("CREATE TABLE IF NOT EXISTS " + name
                        + " (id uuid PRIMARY KEY, version bigint NOT NULL, email varchar(254), email_key varchar(254),"
                        + " name varchar(100), role varchar(20), email_verified boolean, created_at timestamptz,"
                        + " updated_at timestamptz, search text)"));
    }

    void complete() {
        database.atLength(INDEXING, handle -> {
            handle.execute("CREATE INDEX IF NOT EXISTS " + name + "_email_key ON " + name + " (email_key)");
            if (trigrams(handle)) {
                handle.execute("CREATE INDEX IF NOT EXISTS " + name + "_search ON " + name
                        + " USING gin (search gin_trgm_ops)");
            }
            handle.execute("ANALYZE " + name);
        });
    }

    void drop() {
        database.atLength(INDEXING, handle -> handle.execute("DROP TABLE IF EXISTS " + name));
    }

    Map<UUID, Long> versions(Collection<UUID> ids) {
        return byIds("SELECT id, version FROM " + name + " WHERE id = ANY (:ids)", ids, row -> row.getLong("version"));
    }

    /** The entries of those ids that are known. Until the end of the transaction nobody else changes them. */
    Map<UUID, Entry> entries(Collection<UUID> ids) {
        return byIds(
                "SELECT * FROM " + name + " WHERE id = ANY (:ids) ORDER BY id FOR UPDATE", ids, DirectoryTable::entry);
    }

    /** Stores entries, each once, unless a newer one is there. */
    void store(Collection<Entry> entries) {
        Columns columns = new Columns(List.copyOf(entries));
        database.run(
                handle -> columns.bound(handle.createUpdate("INSERT INTO " + name + " AS known (id, version, email,"
                                + " email_key, name, role, email_verified, created_at, updated_at, search) SELECT new.id,"
                                + " new.version, new.email, new.email_key, new.name, new.role, new.email_verified,"
                                + " 'epoch'::timestamptz + new.created * interval '1 ms',"
                                + " 'epoch'::timestamptz + new.updated * interval '1 ms', new.search FROM unnest(:ids, :versions,"
                                + " :emails, :emailKeys, :names, :roles, :verified, :created, :updated, :search) AS new(id,"
                                + " version, email, email_key, name, role, email_verified, created, updated, search)"
                                + " ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, email = EXCLUDED.email,"
                                + " email_key = EXCLUDED.email_key, name = EXCLUDED.name, role = EXCLUDED.role,"
                                + " email_verified = EXCLUDED.email_verified, created_at = EXCLUDED.created_at,"
                                + " updated_at = EXCLUDED.updated_at, search = EXCLUDED.search"
                                + " WHERE known.version < EXCLUDED.version"))
                        .execute());
    }

    private <T> Map<UUID, T> byIds(String sql, Collection<UUID> ids, Database.ReadRow<T> read) {
        Map<UUID, T> found = new HashMap<>();
        database.run(handle -> handle.createQuery(sql)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), read.apply(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long version = row.getLong("version");
        return row.getString("email") == null ? new Gone(id, version) : new Listed(id, version, person(row));
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("email"),
                row.getString("name"),
                row.getString("role"),
                row.getBoolean("email_verified"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    // The type is made by the same extension, in the same schema, as what an index of trigrams needs.
    private static boolean trigrams(Handle handle) {
        return handle.createQuery("SELECT to_regtype('gtrgm') IS NOT NULL")
                .mapTo(Boolean.class)
                .one();
    }
}
