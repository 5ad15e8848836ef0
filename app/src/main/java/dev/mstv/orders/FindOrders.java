package dev.mstv.orders;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The orders that the caller may see, newest first.
 *
 * @param limit how many at most
 * @param after the order after which the list goes on; null for its beginning
 */
@UseCase(value = "orders.find_orders", action = "read", subject = "Order")
public record FindOrders(
        @Min(1) @Max(100) int limit, @Nullable UUID after) implements Query<Page<OrderView>> {}
