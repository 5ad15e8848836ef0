package dev.mstv.acceptance;

import dev.mstv.devstack.Polling;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at what is really stored. */
final class Sql {

    private static final Duration QUIET_LIMIT = Duration.ofSeconds(30);

    private final String address;

    private Sql(String address) {
        this.address = address;
    }

    /** Of a database given as {@code postgresql://user:password@host:port/database}. */
    static Sql of(String url) {
        URI uri = URI.create(url);
        String[] account = uri.getUserInfo().split(":", 2);
        return new Sql("jdbc:postgresql://%s:%d%s?user=%s&password=%s"
                .formatted(uri.getHost(), uri.getPort(), uri.getPath(), account[0], account[1]));
    }

    void run(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection(address);
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row, as text. */
    List<String> column(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection(address);
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String sql, Object... values) {
        return column(sql, values).getFirst();
    }

    /** Keeps everybody else from a table until it is closed. */
    TableLock lock(String table) {
        try {
            Connection connection = DriverManager.getConnection(address);
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE")) {
                statement.execute();
            }
            return new TableLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** See {@link #lock}. */
    record TableLock(Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until everything that has happened so far has had all of its effects. */
    void awaitQuiet() {
        if (!Polling.until(QUIET_LIMIT, () -> waiting() == 0)) {
            throw new AssertionError("Something is still happening: " + waiting() + " wait");
        }
    }

    /** The tables in which a text stands anywhere. */
    List<String> tablesWith(String text) {
        return column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").stream()
                .filter(table -> !one("SELECT count(*) FROM " + table + " AS t WHERE position(? IN t::text) > 0", text)
                        .equals("0"))
                .toList();
    }

    /** How many rows every table has once all is quiet; which nodes are alive is nobody's doing. */
    Map<String, Long> rowCounts() {
        awaitQuiet();
        Map<String, Long> counts = new TreeMap<>();
        for (String table : column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                + " AND tablename NOT LIKE '%\\_relay\\_node'")) {
            counts.put(table, Long.valueOf(one("SELECT count(*) FROM " + table)));
        }
        return counts;
    }

    private long waiting() {
        long waiting = 0;
        for (String table : column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            if (table.endsWith("_event")) {
                waiting += count(table, "published_at IS NULL");
            } else if (table.endsWith("_parked")) {
                waiting += count(table, "state <> 'DEAD'");
            }
        }
        return waiting;
    }

    private long count(String table, String where) {
        return Long.parseLong(one("SELECT count(*) FROM " + table + " WHERE " + where));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
