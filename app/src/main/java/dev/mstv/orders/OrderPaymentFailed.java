package dev.mstv.orders;

import dev.mstv.platform.events.Event;
import java.util.UUID;

/** Nothing was paid for an order. */
@Event.Type("order.payment_failed")
public record OrderPaymentFailed(UUID orderId, UUID userId, OrderStatus status, Price total) implements OrderEvent {}
