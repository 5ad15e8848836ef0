package dev.mstv.payments;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The payments for an order that the caller may see: one, or none as long as word of the order is on its way. */
@UseCase(value = "payments.find_payments", action = "read", subject = "Payment")
public record FindPayments(@NotNull UUID orderId) implements Query<List<PaymentView>> {}
