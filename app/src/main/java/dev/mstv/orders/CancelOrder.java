package dev.mstv.orders;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes an order back, paid or not yet; what was or will be paid is given back.
 *
 * @param expectedVersion the version that the sender has seen; null if any will do
 */
@UseCase(value = "orders.cancel_order", action = "cancel", subject = "Order")
public record CancelOrder(@NotNull UUID id, @Nullable Long expectedVersion) implements Command<Cancellation> {}
