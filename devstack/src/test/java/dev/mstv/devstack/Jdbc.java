package dev.mstv.devstack;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks one question per connection, as a client that knows only the address. */
final class Jdbc {

    private Jdbc() {}

    static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(url));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(url));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The address in the form that the driver understands. */
    static String address(String url) {
        URI uri = URI.create(url);
        String[] account = uri.getUserInfo().split(":", 2);
        return "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
                .formatted(uri.getHost(), uri.getPort(), uri.getPath(), account[0], account[1]);
    }
}
