package dev.mstv.users.infrastructure;

import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.SqlErrors;
import dev.mstv.platform.persistence.StaleVersionException;
import dev.mstv.users.UserDeleted;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.Email;
import dev.mstv.users.domain.PasswordHash;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Users in {@code users_user}, with what happened to them in {@code users_event}. */
@Singleton
final class SqlUsers implements Users {

    private static final String BEFORE_UPDATE = "before_update";

    private final Database database;
    private final EventStore events;
    private final Cache<UserView> cache;

    SqlUsers(Databases databases, EventStores events, Caches caches) {
        this.database = databases.of("users");
        this.events = events.of("users");
        this.cache = UserCache.of(caches);
    }

    @Override
    public Optional<User> find(UUID id) {
        database.concerns(id);
        return database.call(handle -> one(
                handle.createQuery("SELECT * FROM users_user WHERE id = :id").bind("id", id)));
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return database.call(handle -> one(handle.createQuery("SELECT * FROM users_user WHERE email_key = :key")
                .bind("key", email.key())));
    }

    @Override
    public boolean anyAdministrator() {
        return database.call(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM users_user WHERE role = 'admin')")
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public boolean add(User user) {
        boolean added = database.call(handle -> bound(
                                handle.createUpdate("INSERT INTO users_user (id, email, email_key, name, role,"
                                        + " password_hash, email_verified, created_at, updated_at, version) VALUES"
                                        + " (:id, :email, :emailKey, :name, :role, :passwordHash, :emailVerified,"
                                        + " :createdAt, :updatedAt, :newVersion) ON CONFLICT (email_key) DO NOTHING"),
                                user)
                        .bind("createdAt", user.createdAt().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1);
        if (added) {
            events.append(user.id(), user.version(), user.changes(), user.updatedAt());
        }
        return added;
    }

    @Override
    public boolean save(User user) {
        return database.call(handle -> {
            handle.savepoint(BEFORE_UPDATE);
            try {
                update(handle, user);
            } catch (UnableToExecuteStatementException e) {
                if (!SqlErrors.uniqueViolation(e)) {
                    throw e;
                }
                handle.rollbackToSavepoint(BEFORE_UPDATE);
                return false;
            }
            events.append(user.id(), user.version(), user.changes(), user.updatedAt());
            UserCache.announce(cache, database, user);
            return true;
        });
    }

    @Override
    public void remove(User user, @Nullable UUID deletedBy) {
        database.run(handle -> {
            int deleted = handle.createUpdate("DELETE FROM users_user WHERE id = :id AND version = :version")
                    .bind("id", user.id())
                    .bind("version", user.version())
                    .execute();
            if (deleted == 0) {
                throw new StaleVersionException();
            }
            events.append(user.id(), user.version(), List.of(new UserDeleted(user.id(), deletedBy)));
            events.erase(user.id());
            cache.changesForAll(database, user.id(), user.version() + 1);
        });
    }

    @Override
    public void rehash(User user, PasswordHash better) {
        database.run(handle -> handle.createUpdate(
                        "UPDATE users_user SET password_hash = :better WHERE id = :id AND password_hash = :known")
                .bind("better", better.value())
                .bind("id", user.id())
                .bind("known", user.password().value())
                .execute());
    }

    private static void update(Handle handle, User user) {
        int updated = bound(
                        handle.createUpdate("UPDATE users_user SET email = :email, email_key = :emailKey, name = :name,"
                                + " role = :role, password_hash = :passwordHash, email_verified = :emailVerified,"
                                + " updated_at = :updatedAt, version = :newVersion"
                                + " WHERE id = :id AND version = :version"),
                        user)
                .bind("version", user.version())
                .execute();
        if (updated == 0) {
            throw new StaleVersionException();
        }
    }

    private static Optional<User> one(Query query) {
        return query.map((row, context) -> UserRow.user(row)).findOne();
    }

    private static Update bound(Update update, User user) {
        return update.bind("id", user.id())
                .bind("email", user.email().value())
                .bind("emailKey", user.email().key())
                .bind("name", user.name() == null ? null : user.name().value())
                .bind("role", user.role().label())
                .bind("passwordHash", user.password().value())
                .bind("emailVerified", user.emailVerified())
                .bind("updatedAt", user.updatedAt().atOffset(ZoneOffset.UTC))
                .bind("newVersion", user.version() + user.changes().size());
    }
}
