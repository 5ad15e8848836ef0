package dev.mstv.notifications;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.UUID;

/**
 * Someone is told that an order of theirs could not be paid.
 *
 * @param to the address as it was when the mail was stored
 */
@Event.Type("email.order_payment_failed")
public record OrderPaymentFailedMailStored(
        UUID userId, @Personal String to, String template, UUID orderId) implements EmailEvent {}
