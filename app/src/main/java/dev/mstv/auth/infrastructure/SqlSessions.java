package dev.mstv.auth.infrastructure;

import dev.mstv.auth.domain.Session;
import dev.mstv.auth.domain.Sessions;
import dev.mstv.platform.cache.Cache;
import dev.mstv.platform.cache.Caches;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.StaleVersionException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Sessions in {@code auth_session}, with what happened to them in {@code auth_event}. */
@Singleton
final class SqlSessions implements Sessions {

    private final Database database;
    private final EventStore events;
    private final Cache<SessionLife> lives;
    private final Clock clock;

    SqlSessions(Databases databases, EventStores events, Caches caches, Clock clock) {
        this.database = databases.of("auth");
        this.events = events.of("auth");
        this.lives = SessionLife.cache(caches);
        this.clock = clock;
    }

    @Override
    public Optional<Session> find(UUID id) {
        return database.call(handle -> handle.createQuery("SELECT * FROM auth_session WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> session(row))
                .findOne());
    }

    /** Those of the ids that exist, in no particular order. */
    List<Session> find(Set<UUID> ids) {
        return database.byIds("SELECT * FROM auth_session WHERE id = ANY (?)", ids, SqlSessions::session);
    }

    @Override
    public List<Session> living(UUID userId, Instant now) {
        return database.call(handle -> handle.createQuery("SELECT * FROM auth_session WHERE user_id = :userId"
                        + " AND ended_at IS NULL AND expires_at > :now ORDER BY created_at DESC, id DESC")
                .bind("userId", userId)
                .bind("now", time(now))
                .map((row, context) -> session(row))
                .list());
    }

    @Override
    public List<Session> living(UUID userId, Instant now, int rows, @Nullable UUID after) {
        // The ids are ordered by time, so the newest session has the greatest.
        String more = after == null ? "" : " AND id < :after";
        return database.call(handle -> handle.createQuery("SELECT * FROM auth_session WHERE user_id = :userId"
                        + " AND ended_at IS NULL AND expires_at > :now" + more + " ORDER BY id DESC LIMIT :rows")
                .bind("userId", userId)
                .bind("now", time(now))
                .bind("after", after)
                .bind("rows", rows)
                .map((row, context) -> session(row))
                .list());
    }

    @Override
    public void add(Session session) {
        database.run(handle -> bound(
                        handle.createUpdate("INSERT INTO auth_session (id, user_id, generation, ip_address, user_agent,"
                                + " created_at, last_used_at, expires_at, ended_at, version) VALUES (:id, :userId,"
                                + " :generation, :ipAddress, :userAgent, :createdAt, :lastUsedAt, :expiresAt, :endedAt,"
                                + " :newVersion)"),
                        session)
                .bind("userId", session.userId())
                .bind("ipAddress", session.ipAddress())
                .bind("userAgent", session.userAgent())
                .bind("createdAt", time(session.createdAt()))
                .execute());
        events.append(session.id(), session.version(), session.changes());
    }

    @Override
    public void save(Session session) {
        int updated = database.call(handle -> bound(
                        handle.createUpdate("UPDATE auth_session SET generation = :generation,"
                                + " last_used_at = :lastUsedAt, expires_at = :expiresAt, ended_at = :endedAt,"
                                + " version = :newVersion WHERE id = :id AND version = :version"),
                        session)
                .bind("version", session.version())
                .execute());
        if (updated == 0) {
            throw new StaleVersionException();
        }
        events.append(session.id(), session.version(), session.changes());
        // A renewal changes nothing that a life which is still known would get wrong.
        if (session.endedAt() != null) {
            lives.changesForAll(
                    database,
                    session.id(),
                    session.version() + session.changes().size());
        }
    }

    @Override
    public void forget(UUID userId) {
        database.run(handle -> handle.createUpdate("DELETE FROM auth_session WHERE user_id = :userId")
                .bind("userId", userId)
                .execute());
        events.erase(userId);
    }

    /** Removes those that no token can belong to any more. */
    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetExpired() {
        database.apart(handle -> handle.createUpdate("DELETE FROM auth_session WHERE expires_at < :now")
                .bind("now", time(clock.instant()))
                .execute());
    }

    private static Update bound(Update update, Session session) {
        return update.bind("id", session.id())
                .bind("generation", session.generation())
                .bind("lastUsedAt", time(session.lastUsedAt()))
                .bind("expiresAt", time(session.expiresAt()))
                .bind("endedAt", time(session.endedAt()))
                .bind("newVersion", session.version() + session.changes().size());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Session session(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getInt("generation"),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getLong("version"),
                List.of());
    }
}
