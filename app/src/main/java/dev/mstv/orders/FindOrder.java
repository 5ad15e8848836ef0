package dev.mstv.orders;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Versioned;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;

/** One order; empty if there is none with this id, or none that the caller may see. */
@UseCase(value = "orders.find_order", action = "read", subject = "Order")
public record FindOrder(@NotNull UUID id) implements Query<Optional<Versioned<OrderView>>> {}
