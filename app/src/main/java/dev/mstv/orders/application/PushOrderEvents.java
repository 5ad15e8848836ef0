package dev.mstv.orders.application;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.EventPushes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells clients what happens to orders. */
@Singleton
final class PushOrderEvents implements Subscriber {

    private static final String CHANNEL = "order-events";

    private final EventPushes pushes;

    PushOrderEvents(EventPushes pushes) {
        this.pushes = pushes;
    }

    private record OfOrder(UUID orderId, UUID userId) {}

    @Override
    public Subscription subscription() {
        return pushes.subscription(
                "orders.pushes",
                Set.of("order.placed", "order.paid", "order.payment_failed", "order.cancelled", "order.refunded"),
                OfOrder.class,
                about -> audiences(about.event()));
    }

    private static Set<Audience> audiences(OfOrder about) {
        return Set.of(
                Audience.all(CHANNEL), Audience.of(CHANNEL, about.userId()), Audience.room("order", about.orderId()));
    }
}
