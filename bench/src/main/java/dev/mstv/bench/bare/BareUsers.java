package dev.mstv.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** One user in memory, and the users of the database by plain JDBC. */
final class BareUsers {

    private final DataSource pool;
    private final BareUser known;

    BareUsers(DataSource pool, String id) {
        this.pool = pool;
        this.known = new BareUser(
                UUID.fromString(id), "ada@example.com", "Ada", "user", Instant.EPOCH, Instant.EPOCH, false);
    }

    BareUser known() {
        return known;
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
