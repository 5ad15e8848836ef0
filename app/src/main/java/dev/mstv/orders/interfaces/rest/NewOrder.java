package dev.mstv.orders.interfaces.rest;

import dev.mstv.orders.OrderItem;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What {@code POST /orders} takes; what must be present is checked with everything else. */
@Introspected
record NewOrder(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<OrderItem> items,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String paymentToken) {

    @Override
    public String toString() {
        return "NewOrder[…]";
    }
}
