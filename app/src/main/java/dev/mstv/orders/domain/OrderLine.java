package dev.mstv.orders.domain;

import dev.mstv.orders.OrderItem;

/** So many of one thing at a price. */
public record OrderLine(String sku, int quantity, Money unitPrice) {

    public OrderLine {
        if (sku.isBlank()) {
            throw new IllegalArgumentException("A line is of something");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("A quantity is at least 1, was " + quantity);
        }
    }

    public static OrderLine of(OrderItem item) {
        return new OrderLine(item.sku(), item.quantity(), Money.of(item.unitPrice()));
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    public OrderItem item() {
        return new OrderItem(sku, quantity, unitPrice.price());
    }
}
