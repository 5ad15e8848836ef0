package dev.mstv.auth.infrastructure;

import dev.mstv.auth.TokenEvent;
import dev.mstv.auth.domain.OneTimeToken;
import dev.mstv.auth.domain.OneTimeTokens;
import dev.mstv.auth.domain.Purpose;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One-time tokens in {@code auth_token}, with what happened to them in {@code auth_event}. */
@Singleton
final class SqlOneTimeTokens implements OneTimeTokens {

    private final Database database;
    private final EventStore events;
    private final Clock clock;

    SqlOneTimeTokens(Databases databases, EventStores events, Clock clock) {
        this.database = databases.of("auth");
        this.events = events.of("auth");
        this.clock = clock;
    }

    @Override
    public void add(OneTimeToken token, TokenEvent event) {
        database.run(handle -> handle.createUpdate("INSERT INTO auth_token (id, hash, user_id, purpose, address,"
                        + " expires_at) VALUES (:id, :hash, :userId, :purpose, :address, :expiresAt)")
                .bind("id", token.id())
                .bind("hash", token.hash())
                .bind("userId", token.userId())
                .bind("purpose", token.purpose().name())
                .bind("address", token.address())
                .bind("expiresAt", time(token.expiresAt()))
                .execute());
        events.append(token.id(), 0, List.of(event));
    }

    @Override
    public Optional<OneTimeToken> usable(String hash, Purpose purpose, Instant now) {
        return database.apart(handle -> handle.createQuery("SELECT * FROM auth_token WHERE hash = :hash"
                        + " AND purpose = :purpose AND used_at IS NULL AND expires_at > :now")
                .bind("hash", hash)
                .bind("purpose", purpose.name())
                .bind("now", time(now))
                .map((row, context) -> token(row))
                .findOne());
    }

    @Override
    public boolean use(OneTimeToken token, Instant now) {
        return database.apart(handle -> handle.inTransaction(transaction -> {
            boolean used = transaction
                            .createUpdate("UPDATE auth_token SET used_at = :now WHERE id = :id AND used_at IS NULL")
                            .bind("now", time(now))
                            .bind("id", token.id())
                            .execute()
                    == 1;
            if (used) {
                revoke(transaction, token.userId(), token.purpose(), now);
            }
            return used;
        }));
    }

    @Override
    public void revoke(UUID userId, Purpose purpose, Instant now) {
        database.run(handle -> revoke(handle, userId, purpose, now));
    }

    @Override
    public void forget(UUID userId) {
        database.run(handle -> handle.createUpdate("DELETE FROM auth_token WHERE user_id = :userId")
                .bind("userId", userId)
                .execute());
    }

    /** Removes what is of no use any more. */
    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetExpired() {
        database.apart(handle -> handle.createUpdate("DELETE FROM auth_token WHERE expires_at < :now")
                .bind("now", time(clock.instant()))
                .execute());
    }

    private static void revoke(Handle handle, UUID userId, Purpose purpose, Instant now) {
        handle.createUpdate("UPDATE auth_token SET used_at = :now WHERE user_id = :userId"
                        + " AND purpose = :purpose AND used_at IS NULL")
                .bind("now", time(now))
                .bind("userId", userId)
                .bind("purpose", purpose.name())
                .execute();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OneTimeToken token(ResultSet row) throws SQLException {
        return new OneTimeToken(
                row.getObject("id", UUID.class),
                row.getString("hash"),
                row.getObject("user_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("address"),
                row.getTimestamp("expires_at").toInstant());
    }
}
