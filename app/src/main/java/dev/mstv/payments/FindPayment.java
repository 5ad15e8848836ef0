package dev.mstv.payments;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Versioned;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;

/** One payment; empty if there is none with this id, or none that the caller may see. */
@UseCase(value = "payments.find_payment", action = "read", subject = "Payment")
public record FindPayment(@NotNull UUID id) implements Query<Optional<Versioned<PaymentView>>> {}
