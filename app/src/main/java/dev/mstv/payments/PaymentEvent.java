package dev.mstv.payments;

import dev.mstv.platform.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a payment. */
@Event.Topic("payment.events")
public sealed interface PaymentEvent extends Event permits PaymentCaptured, PaymentDeclined, PaymentRefunded {

    UUID paymentId();

    UUID orderId();

    Amount amount();

    /** Why; null if that goes without saying. */
    @Nullable
    String reason();
}
