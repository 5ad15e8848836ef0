package dev.mstv.payments.infrastructure;

import static dev.mstv.payments.infrastructure.PaymentRow.time;

import dev.mstv.payments.domain.Payment;
import dev.mstv.payments.domain.Payments;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/** Payments in {@code payments_payment}, with what happened to them in {@code payments_event}. */
@Singleton
final class SqlPayments implements Payments {

    private static final String BY_ID = "SELECT * FROM payments_payment WHERE id = :id";
    private static final String BY_ORDER = "SELECT * FROM payments_payment WHERE order_id = :id";
    private static final String HELD = " FOR UPDATE";

    private final Database database;
    private final EventStore events;
    private final Clock clock;

    SqlPayments(Databases databases, EventStores events, Clock clock) {
        this.database = databases.of("payments");
        this.events = events.of("payments");
        this.clock = clock;
    }

    @Override
    public Optional<Payment> find(UUID id) {
        return one(BY_ID, id);
    }

    @Override
    public Optional<Payment> ofOrder(UUID orderId) {
        return one(BY_ORDER, orderId);
    }

    @Override
    public Payment open(Payment payment) {
        UUID orderId = payment.purchase().orderId();
        database.run(handle -> bound(
                        handle.createUpdate("INSERT INTO payments_payment (id, order_id, user_id, amount, currency,"
                                + " status, order_cancelled, sealed_token, origin_event, origin_request,"
                                + " origin_trace, created_at, version, attempts, next_attempt_at, unsettled_since)"
                                + " VALUES (:id, :orderId, :userId, :amount, :currency, :status, :orderCancelled,"
                                + " :token, :originEvent, :originRequest, :originTrace, :createdAt, :newVersion, 0,"
                                + " :createdAt, :createdAt) ON CONFLICT (order_id) DO NOTHING"),
                        payment)
                .bind("orderId", orderId)
                .bind("userId", payment.purchase().userId())
                .bind("amount", payment.purchase().amount().amount())
                .bind("currency", payment.purchase().amount().currency().getCurrencyCode())
                .bind("createdAt", time(payment.createdAt()))
                .execute());
        return one(BY_ORDER + HELD, orderId).orElseThrow();
    }

    @Override
    public Payment hold(UUID id) {
        return one(BY_ID + HELD, id).orElseThrow();
    }

    @Override
    public void save(Payment payment) {
        database.run(handle -> bound(
                        handle.createUpdate("UPDATE payments_payment SET status = :status,"
                                + " order_cancelled = :orderCancelled, sealed_token = :token,"
                                + " provider_reference = :reference, reason = :reason, origin_event = :originEvent,"
                                + " origin_request = :originRequest, origin_trace = :originTrace,"
                                + " version = :newVersion,"
                                + " next_attempt_at = CASE WHEN :unsettled THEN COALESCE(next_attempt_at, :now) END,"
                                + " unsettled_since = CASE WHEN :unsettled THEN COALESCE(unsettled_since, :now) END"
                                + " WHERE id = :id"),
                        payment)
                .bind("reference", payment.reference())
                .bind("reason", payment.reason())
                .bind("unsettled", payment.unsettled())
                .bind("now", time(clock.instant()))
                .execute());
        events.append(payment.id(), payment.version(), payment.changes());
    }

    @Override
    public boolean erased(UUID userId) {
        return events.erased(userId);
    }

    @Override
    public void forget(UUID userId) {
        events.erase(userId);
        database.run(
                handle -> handle.createUpdate("UPDATE payments_payment SET sealed_token = NULL WHERE user_id = :userId")
                        .bind("userId", userId)
                        .execute());
    }

    private Optional<Payment> one(String sql, UUID id) {
        return database.call(handle -> handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) -> PaymentRow.payment(row))
                .findOne());
    }

    private static Update bound(Update update, Payment payment) {
        return update.bind("id", payment.id())
                .bind("status", payment.status().name())
                .bind("orderCancelled", payment.orderCancelled())
                .bind("token", payment.token() == null ? null : payment.token().text())
                .bind("originEvent", payment.origin().event())
                .bind("originRequest", payment.origin().requestId())
                .bind("originTrace", payment.origin().traceparent())
                .bind("newVersion", payment.version() + payment.changes().size());
    }
}
