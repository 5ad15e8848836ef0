package dev.mstv.bench.bare;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** The users of the database, by plain JDBC. */
final class BareUsers {

    private static final int CONNECTIONS = 16;

    private final DataSource pool;

    /** Of the database with this JDBC URL. */
    BareUsers(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(config);
    }

    /** One that needs no database. */
    static BareUser known(String id) {
        return new BareUser(UUID.fromString(id), "ada@example.com", "Ada", "user", Instant.EPOCH, Instant.EPOCH, false);
    }

    BareUser select(String id) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT * FROM users_user WHERE id = ?")) {
            statement.setObject(1, UUID.fromString(id));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new BareUser(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getBoolean("email_verified"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
