package dev.mstv.orders;

import dev.mstv.platform.events.Event;
import java.util.Optional;
import java.util.UUID;

/** What happens to an order. */
@Event.Topic("order.events")
public sealed interface OrderEvent extends Event
        permits OrderPlaced, OrderPaid, OrderPaymentFailed, OrderCancelled, OrderRefunded {

    UUID orderId();

    UUID userId();

    OrderStatus status();

    Price total();

    @Override
    default Optional<UUID> person() {
        return Optional.of(userId());
    }
}
