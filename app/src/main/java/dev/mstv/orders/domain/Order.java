package dev.mstv.orders.domain;

import static dev.mstv.orders.OrderStatus.CANCELLED;
import static dev.mstv.orders.OrderStatus.PAID;
import static dev.mstv.orders.OrderStatus.PAYMENT_FAILED;
import static dev.mstv.orders.OrderStatus.PENDING;
import static dev.mstv.orders.OrderStatus.REFUNDED;

import dev.mstv.orders.OrderCancelled;
import dev.mstv.orders.OrderEvent;
import dev.mstv.orders.OrderPaid;
import dev.mstv.orders.OrderPaymentFailed;
import dev.mstv.orders.OrderPlaced;
import dev.mstv.orders.OrderRefunded;
import dev.mstv.orders.OrderStatus;
import dev.mstv.orders.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An order; immutable, a change gives another one. What is told of it twice, or too late to matter, changes nothing.
 *
 * @param buyer the user who placed it
 * @param version how many events the stored order is made of; 0 if not stored yet
 * @param changes what happened since then
 */
public record Order(
        UUID id,
        UUID buyer,
        Basket basket,
        OrderStatus status,
        Instant placedAt,
        long version,
        List<OrderEvent> changes) {

    public Order {
        changes = List.copyOf(changes);
    }

    /**
     * A new one.
     *
     * @param paymentToken sealed
     */
    public static Order placed(UUID id, UUID buyer, Basket basket, String paymentToken, Instant now) {
        Price total = basket.total().price();
        OrderEvent event = new OrderPlaced(id, buyer, PENDING, total, basket.items(), paymentToken);
        return new Order(id, buyer, basket, PENDING, now, 0, List.of(event));
    }

    public Order paid() {
        return reaching(new OrderPaid(id, buyer, PAID, total()));
    }

    public Order paymentFailed() {
        return reaching(new OrderPaymentFailed(id, buyer, PAYMENT_FAILED, total()));
    }

    public Order cancelled() {
        return reaching(new OrderCancelled(id, buyer, CANCELLED, total()));
    }

    public Order refunded() {
        return reaching(new OrderRefunded(id, buyer, REFUNDED, total()));
    }

    /** Whether there is something to take back, or it is taken back already. */
    public boolean cancellable() {
        return status != PAYMENT_FAILED;
    }

    private Order reaching(OrderEvent event) {
        if (!status.yieldsTo(event.status())) {
            return this;
        }
        List<OrderEvent> all = new ArrayList<>(changes);
        all.add(event);
        return new Order(id, buyer, basket, event.status(), placedAt, version, all);
    }

    private Price total() {
        return basket.total().price();
    }
}
