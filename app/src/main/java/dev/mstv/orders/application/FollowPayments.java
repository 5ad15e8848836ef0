package dev.mstv.orders.application;

import dev.mstv.orders.domain.Order;
import dev.mstv.orders.domain.Orders;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Has orders know what became of their payments, in whichever order and however often it is told. */
@Singleton
final class FollowPayments implements Subscriber {

    private final Orders orders;

    FollowPayments(Orders orders) {
        this.orders = orders;
    }

    private record Paid(UUID orderId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("orders.payments")
                .on("payment.captured", Paid.class, (event, about) -> change(event.orderId(), Order::paid))
                .on("payment.declined", Paid.class, (event, about) -> change(event.orderId(), Order::paymentFailed))
                .on("payment.refunded", Paid.class, (event, about) -> change(event.orderId(), Order::refunded));
    }

    private void change(UUID id, UnaryOperator<Order> change) {
        Order order = orders.find(id).orElseThrow(() -> new UnknownOrderException(id));
        Order changed = change.apply(order);
        if (!changed.equals(order)) {
            orders.save(changed);
        }
    }
}
