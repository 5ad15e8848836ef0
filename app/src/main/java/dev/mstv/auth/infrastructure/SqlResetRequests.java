package dev.mstv.auth.infrastructure;

import dev.mstv.auth.domain.ResetRequests;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Requests in {@code auth_reset_request}, and when they last led to a mail in {@code auth_reset_mailed}. */
@Singleton
final class SqlResetRequests implements ResetRequests {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;

    SqlResetRequests(Databases databases, Clock clock) {
        this.database = databases.of("auth");
        this.clock = clock;
    }

    @Override
    public void add(Request request, Instant now) {
        database.run(handle -> handle.createUpdate("INSERT INTO auth_reset_request (id, sealed_email, request_id,"
                        + " created_at, next_attempt_at) VALUES (:id, :sealedEmail, :requestId, :now, :now)")
                .bind("id", request.id())
                .bind("sealedEmail", request.sealedEmail())
                .bind("requestId", request.requestId())
                .bind("now", time(now))
                .execute());
    }

    @Override
    public Optional<Request> claim(Instant now, Duration lease) {
        return database.apart(handle -> handle.createQuery("UPDATE auth_reset_request SET next_attempt_at = :until"
                        + " WHERE id = (SELECT id FROM auth_reset_request WHERE next_attempt_at <= :now"
                        + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                        + " RETURNING id, sealed_email, request_id")
                .bind("now", time(now))
                .bind("until", time(now.plus(lease)))
                .map((row, context) -> new Request(
                        row.getObject("id", UUID.class), row.getString("sealed_email"), row.getString("request_id")))
                .findOne());
    }

    @Override
    public void remove(Request request) {
        database.run(handle -> handle.createUpdate("DELETE FROM auth_reset_request WHERE id = :id")
                .bind("id", request.id())
                .execute());
    }

    @Override
    public boolean mayMail(UUID userId, Instant now) {
        return database.call(handle -> handle.createUpdate("INSERT INTO auth_reset_mailed AS known (user_id, mailed_at)"
                                + " VALUES (:userId, :now) ON CONFLICT (user_id) DO UPDATE SET mailed_at = :now"
                                + " WHERE known.mailed_at <= :before")
                        .bind("userId", userId)
                        .bind("now", time(now))
                        .bind("before", time(now.minus(PAUSE)))
                        .execute()
                == 1);
    }

    @Override
    public void forget(UUID userId) {
        database.run(handle -> handle.createUpdate("DELETE FROM auth_reset_mailed WHERE user_id = :userId")
                .bind("userId", userId)
                .execute());
    }

    /** Removes those that could not be dealt with for so long that nobody waits any more. */
    @Scheduled(fixedDelay = "10m", initialDelay = "10m")
    void forgetOld() {
        Instant now = clock.instant();
        database.apart(handle -> handle.createUpdate("DELETE FROM auth_reset_request WHERE created_at < :before")
                .bind("before", time(now.minus(KEPT)))
                .execute());
        database.apart(handle -> handle.createUpdate("DELETE FROM auth_reset_mailed WHERE mailed_at < :before")
                .bind("before", time(now.minus(PAUSE)))
                .execute());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
