package dev.mstv.orders.application;

import dev.mstv.orders.OrderView;
import dev.mstv.orders.domain.Order;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Subject;
import java.util.UUID;

/** An order as its buyer sees it, and as policies do. */
final class OrderMapping {

    static final String SUBJECT = "Order";

    private OrderMapping() {}

    static OrderView view(Order order) {
        return new OrderView(
                order.id(),
                order.buyer(),
                order.status(),
                order.basket().items(),
                order.basket().total().price(),
                order.placedAt());
    }

    static Versioned<OrderView> versioned(Order order) {
        return new Versioned<>(view(order), order.version() + order.changes().size());
    }

    static Subject subject(Order order) {
        return new Subject(SUBJECT, attribute -> switch (attribute) {
            case "id" -> order.id();
            case "userId" -> order.buyer();
            case "status" -> order.status();
            default -> null;
        });
    }

    /** What can be said of an order before there is one. */
    static Subject by(UUID buyer) {
        return new Subject(SUBJECT, attribute -> attribute.equals("userId") ? buyer : null);
    }
}
