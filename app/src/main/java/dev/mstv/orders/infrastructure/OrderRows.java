package dev.mstv.orders.infrastructure;

import dev.mstv.orders.OrderStatus;
import dev.mstv.orders.domain.Basket;
import dev.mstv.orders.domain.Money;
import dev.mstv.orders.domain.Order;
import dev.mstv.orders.domain.OrderLine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows of {@code orders_order} with those of {@code orders_item}, read as orders by two statements, however many. */
final class OrderRows {

    private OrderRows() {}

    /** The orders that a query of whole rows finds, in its order. */
    static List<Order> read(Handle handle, Query query) {
        List<Head> heads = query.map((row, context) -> Head.of(row)).list();
        Map<UUID, Head> byId = new HashMap<>();
        heads.forEach(head -> byId.put(head.id(), head));
        Map<UUID, List<OrderLine>> lines = heads.isEmpty() ? Map.of() : lines(handle, byId);
        return heads.stream()
                .map(head -> head.order(lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<OrderLine>> lines(Handle handle, Map<UUID, Head> heads) {
        Map<UUID, List<OrderLine>> lines = new HashMap<>();
        handle.createQuery("SELECT * FROM orders_item WHERE order_id = ANY (:ids) ORDER BY order_id, line")
                .bindArray("ids", UUID.class, List.copyOf(heads.keySet()))
                .map((row, context) -> new Line(
                        row.getObject("order_id", UUID.class),
                        row.getString("sku"),
                        row.getInt("quantity"),
                        row.getBigDecimal("unit_price")))
                .forEach(line -> lines.computeIfAbsent(line.order(), any -> new ArrayList<>())
                        .add(line.of(Objects.requireNonNull(heads.get(line.order())))));
        return lines;
    }

    private record Line(UUID order, String sku, int quantity, BigDecimal unitPrice) {

        // The column has as many decimals as any currency.
        OrderLine of(Head head) {
            Currency currency = Currency.getInstance(head.currency());
            BigDecimal price = unitPrice.setScale(currency.getDefaultFractionDigits());
            return new OrderLine(sku, quantity, new Money(price, currency));
        }
    }

    private record Head(UUID id, UUID buyer, OrderStatus status, String currency, Instant placedAt, long version) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getObject("id", UUID.class),
                    row.getObject("user_id", UUID.class),
                    OrderStatus.valueOf(row.getString("status")),
                    row.getString("currency"),
                    row.getTimestamp("placed_at").toInstant(),
                    row.getLong("version"));
        }

        Order order(List<OrderLine> lines) {
            return new Order(id, buyer, new Basket(lines), status, placedAt, version, List.of());
        }
    }
}
