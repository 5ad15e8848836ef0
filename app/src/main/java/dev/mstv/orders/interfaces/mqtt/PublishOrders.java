package dev.mstv.orders.interfaces.mqtt;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.mqtt.MqttEvents;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells devices what happens to orders: {@code orders/{orderId}/{event}}. */
@Singleton
final class PublishOrders implements Subscriber {

    private static final Set<String> TYPES =
            Set.of("order.placed", "order.paid", "order.payment_failed", "order.cancelled", "order.refunded");

    private final MqttEvents mqtt;

    PublishOrders(MqttEvents mqtt) {
        this.mqtt = mqtt;
    }

    @Override
    public Subscription subscription() {
        return mqtt.subscription("orders.mqtt", "orders", "orderId", TYPES, OfOrder.class, OfOrder::orderId);
    }

    /** Whom or what an event tells of. */
    record OfOrder(UUID orderId) {}
}
