package dev.mstv.orders;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** An order is paid. */
@Event.Type("order.paid")
public record OrderPaid(UUID orderId, UUID userId, OrderStatus status, Price total) implements OrderEvent {}
