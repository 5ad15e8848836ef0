package dev.mstv.auth.infrastructure;

import dev.mstv.auth.domain.LoginAttempts;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Attempts in {@code auth_login_attempt}: the database counts, so that all nodes count together. */
@Singleton
final class SqlLoginAttempts implements LoginAttempts {

    private final Database database;
    private final Clock clock;

    SqlLoginAttempts(Databases databases, Clock clock) {
        this.database = databases.of("auth");
        this.clock = clock;
    }

    @Override
    public Optional<Duration> blocked(String account, String address, Instant now) {
        return database.apart(handle -> handle.createQuery("SELECT failures, window_start FROM auth_login_attempt"
                        + " WHERE account = :account AND address = :address"
                        + " AND failures >= :limit AND window_start >= :start")
                .bind("account", account)
                .bind("address", address)
                .bind("limit", LIMIT)
                .bind("start", time(now.minus(WINDOW)))
                .map((row, context) -> remaining(row, now))
                .findOne());
    }

    @Override
    public Optional<Duration> failed(String account, String address, Instant now) {
        // Apart from the command's transaction: a failure counts whatever becomes of the command.
        return database.apart(handle -> handle.createQuery("INSERT INTO auth_login_attempt AS known"
                        + " (account, address, window_start, failures) VALUES (:account, :address, :now, 1)"
                        + " ON CONFLICT (account, address) DO UPDATE SET"
                        + " failures = CASE WHEN known.window_start < :start THEN 1 ELSE known.failures + 1 END,"
                        + " window_start = CASE WHEN known.window_start < :start THEN :now ELSE known.window_start END"
                        + " RETURNING failures, window_start")
                .bind("account", account)
                .bind("address", address)
                .bind("now", time(now))
                .bind("start", time(now.minus(WINDOW)))
                .map((row, context) ->
                        row.getInt("failures") > LIMIT ? Optional.of(remaining(row, now)) : Optional.<Duration>empty())
                .one());
    }

    @Override
    public void forget(String account, String address) {
        database.apart(handle -> handle.createUpdate(
                        "DELETE FROM auth_login_attempt WHERE account = :account AND address = :address")
                .bind("account", account)
                .bind("address", address)
                .execute());
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetOld() {
        database.apart(handle -> handle.createUpdate("DELETE FROM auth_login_attempt WHERE window_start < :start")
                .bind("start", time(clock.instant().minus(WINDOW)))
                .execute());
    }

    private static Duration remaining(ResultSet row, Instant now) throws SQLException {
        return Duration.between(
                now, row.getTimestamp("window_start").toInstant().plus(WINDOW));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
