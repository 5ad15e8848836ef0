package dev.mstv.notifications;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;

/**
 * Someone is told that what they paid for an order is given back.
 *
 * @param to the address as it was when the mail was stored
 */
@Event.Type("email.order_refunded")
public record OrderRefundedMailStored(UUID userId, @Personal String to, String template, UUID orderId)
        implements EmailEvent {}
