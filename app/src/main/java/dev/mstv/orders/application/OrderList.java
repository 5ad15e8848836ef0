package dev.mstv.orders.application;

import dev.mstv.orders.domain.Order;
import dev.mstv.platform.security.Condition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders to look through. */
public interface OrderList {

    /** At most {@code rows} of those that meet the condition, newest first, beginning after the one with an id. */
    List<Order> page(Condition visible, int rows, @Nullable UUID after);
}
