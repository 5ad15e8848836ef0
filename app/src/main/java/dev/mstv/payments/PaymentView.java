package dev.mstv.payments;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as who is charged sees it.
 *
 * @param providerReference what the provider calls the charge; null if there is none
 * @param reason why it was declined or given back, stable and snake_case; null if neither
 */
@Introspected
public record PaymentView(
        UUID id,
        UUID orderId,
        Amount amount,
        PaymentStatus status,
        @Nullable String providerReference,
        @Nullable String reason) {}
