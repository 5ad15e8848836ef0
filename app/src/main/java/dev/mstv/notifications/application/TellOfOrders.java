package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.Template;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells buyers what became of the payment for their orders. */
@Singleton
final class TellOfOrders implements Subscriber {

    private final Notifier notifier;

    TellOfOrders(Notifier notifier) {
        this.notifier = notifier;
    }

    private record Order(UUID orderId, UUID userId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("notifications.orders")
                .on("order.paid", Order.class, (order, about) -> tell(order, Template.ORDER_PAID, about))
                .on(
                        "order.payment_failed",
                        Order.class,
                        (order, about) -> tell(order, Template.ORDER_PAYMENT_FAILED, about))
                .on("order.refunded", Order.class, (order, about) -> tell(order, Template.ORDER_REFUNDED, about));
    }

    private void tell(Order order, Template template, Envelope about) {
        notifier.tellOfOrder(order.userId(), template, order.orderId(), about);
    }
}
