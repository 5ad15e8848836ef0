package dev.mstv.orders;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** What was paid for an order is given back. */
@Event.Type("order.refunded")
public record OrderRefunded(UUID orderId, UUID userId, OrderStatus status, Price total) implements OrderEvent {}
