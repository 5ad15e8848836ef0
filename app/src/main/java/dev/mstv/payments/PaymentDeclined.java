package dev.mstv.payments;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is charged for an order.
 *
 * @param reason such as {@code card_declined}
 */
@Event.Type("payment.declined")
public record PaymentDeclined(
        UUID paymentId,
        UUID orderId,
        Amount amount,
        @Nullable String reason) implements PaymentEvent {}
