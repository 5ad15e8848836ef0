package dev.mstv.payments;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone was charged for an order.
 *
 * @param reason {@code reconciled} if the provider had to be asked afterwards; else null
 */
@Event.Type("payment.captured")
public record PaymentCaptured(
        UUID paymentId,
        UUID orderId,
        Amount amount,
        @Nullable String reason) implements PaymentEvent {}
