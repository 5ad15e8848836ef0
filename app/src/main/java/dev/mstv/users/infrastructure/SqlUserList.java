package dev.mstv.users.infrastructure;

import dev.mstv.platform.persistence.BatchLoader;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Narrowing;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UserView;
import dev.mstv.users.application.UserList;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists users from the table that they are written to. */
@Singleton
final class SqlUserList implements UserList {

    private static final Map<String, String> COLUMNS =
            Map.of("id", "id::text COLLATE \"C\"", "email", "email COLLATE \"C\"", "role", "role COLLATE \"C\"");

    private final Database database;
    private final BatchLoader<UUID, Versioned<UserView>> loader = new BatchLoader<>(this::load);

    SqlUserList(Databases databases) {
        this.database = databases.of("users");
    }

    @Override
    public Optional<Versioned<UserView>> byId(UUID id) {
        return loader.load(id);
    }

    @Override
    public Page<UserView> page(GetAllUsers query, Condition visible) {
        Narrowing narrowing = Narrowing.of(visible, COLUMNS);
        List<String> where = new ArrayList<>(List.of(narrowing.sql()));
        if (query.after() != null) {
            where.add("id > :after");
        }
        if (query.email() != null) {
            where.add("email_key = :emailKey");
        }
        if (query.q() != null) {
            where.add("(email_key LIKE :pattern ESCAPE '!' OR lower(name) LIKE :pattern ESCAPE '!')");
        }
        String sql = "SELECT * FROM users_user WHERE " + String.join(" AND ", where) + " ORDER BY id LIMIT :rows";
        List<UserView> rows = database.call(handle -> handle.createQuery(sql)
                .bindMap(narrowing.values())
                .bind("after", query.after())
                .bind("emailKey", query.email() == null ? null : query.email().toLowerCase(Locale.ROOT))
                .bind("pattern", query.q() == null ? null : pattern(query.q()))
                .bind("rows", query.limit() + 1)
                .map((row, context) -> UserRow.view(row))
                .list());
        return Page.of(rows, query.limit(), UserView::id);
    }

    @Override
    public List<UserView> byIds(Set<UUID> ids) {
        return loader.load(ids).stream().map(Versioned::value).toList();
    }

    @Override
    public List<UserView> byGatheredIds(Set<UUID> ids) {
        return load(ids).values().stream().map(Versioned::value).toList();
    }

    /** By a statement of its own. */
    Map<UUID, Versioned<UserView>> load(Set<UUID> ids) {
        return database
                .byIds(
                        "SELECT * FROM users_user WHERE id = ANY (?)",
                        ids,
                        row -> new Versioned<>(UserRow.view(row), row.getLong("version")))
                .stream()
                .collect(Collectors.toMap(user -> user.value().id(), Function.identity()));
    }

    private static String pattern(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
