package dev.mstv.users.infrastructure;

import dev.mstv.platform.persistence.BatchLoader;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.users.UserView;
import dev.mstv.users.application.UserList;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads users from the table that they are written to. */
@Singleton
final class SqlUserList implements UserList {

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
}
