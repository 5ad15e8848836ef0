package dev.mstv.payments.infrastructure;

import static dev.mstv.payments.infrastructure.PaymentRow.time;

import dev.mstv.payments.domain.DuePayment;
import dev.mstv.payments.domain.DuePayments;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Payments in {@code payments_payment}. The number of the attempt is the fence: who lost a payment cannot put it off. */
@Singleton
final class SqlDuePayments implements DuePayments {

    private final Database database;

    SqlDuePayments(Databases databases) {
        this.database = databases.of("payments");
    }

    @Override
    public Optional<DuePayment> claim(Instant now, Duration lease) {
        return database.apart(handle -> handle.createQuery("UPDATE payments_payment"
                        + " SET attempts = attempts + 1, next_attempt_at = :until"
                        + " WHERE id = (SELECT id FROM payments_payment WHERE next_attempt_at <= :now"
                        + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *")
                .bind("now", time(now))
                .bind("until", time(now.plus(lease)))
                .map((row, context) -> new DuePayment(PaymentRow.payment(row), row.getInt("attempts")))
                .findOne());
    }

    @Override
    public void postpone(DuePayment due, Instant until) {
        database.run(handle -> handle.createUpdate("UPDATE payments_payment SET next_attempt_at = :until"
                        + " WHERE id = :id AND attempts = :attempt AND next_attempt_at IS NOT NULL")
                .bind("until", time(until))
                .bind("id", due.payment().id())
                .bind("attempt", due.attempt())
                .execute());
    }

    @Override
    public Unsettled unsettled(Instant now) {
        return database.apart(handle -> handle.createQuery("SELECT count(*) AS unsettled, min(unsettled_since) AS since"
                        + " FROM payments_payment WHERE unsettled_since IS NOT NULL")
                .map((row, context) -> new Unsettled(
                        row.getLong("unsettled"),
                        row.getTimestamp("since") == null
                                ? Duration.ZERO
                                : Duration.between(row.getTimestamp("since").toInstant(), now)))
                .one());
    }
}
