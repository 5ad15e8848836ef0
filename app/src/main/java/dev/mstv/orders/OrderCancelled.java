package dev.mstv.orders;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** An order is not wanted any more; whoever was or will be charged for it gives that back. */
@Event.Type("order.cancelled")
public record OrderCancelled(UUID orderId, UUID userId, OrderStatus status, Price total) implements OrderEvent {}
