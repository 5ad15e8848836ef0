package dev.mstv.users.infrastructure;

import dev.mstv.users.UserView;
import dev.mstv.users.domain.DisplayName;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.Role;
import dev.mstv.users.domain.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A row of {@code users_user}, read as the aggregate or as a view. */
final class UserRow {

    private UserRow() {}

    static User user(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new User(
                row.getObject("id", UUID.class),
                new Email(row.getString("email")),
                name == null ? null : new DisplayName(name),
                Role.of(row.getString("role")),
                new PasswordHash(row.getString("password_hash")),
                row.getBoolean("email_verified"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"),
                List.of());
    }

    static UserView view(ResultSet row) throws SQLException {
        return new UserView(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("role"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getBoolean("email_verified"));
    }
}
