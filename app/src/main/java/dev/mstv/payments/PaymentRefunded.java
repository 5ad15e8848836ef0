package dev.mstv.payments;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was charged for an order is given back.
 *
 * @param reason such as {@code order_cancelled}
 */
@Event.Type("payment.refunded")
public record PaymentRefunded(
        UUID paymentId,
        UUID orderId,
        Amount amount,
        @Nullable String reason) implements PaymentEvent {}
