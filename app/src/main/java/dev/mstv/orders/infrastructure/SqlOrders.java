package dev.mstv.orders.infrastructure;

import dev.mstv.orders.domain.Order;
import dev.mstv.orders.domain.OrderLine;
import dev.mstv.orders.domain.Orders;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.StaleVersionException;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Orders in {@code orders_order} and {@code orders_item}, with what happened to them in {@code orders_event}. */
@Singleton
final class SqlOrders implements Orders {

    private final Database database;
    private final EventStore events;

    SqlOrders(Databases databases, EventStores events) {
        this.database = databases.of("orders");
        this.events = events.of("orders");
    }

    @Override
    public Optional<Order> find(UUID id) {
        Optional<Order> found = database
                .call(handle -> OrderRows.read(
                        handle,
                        handle.createQuery("SELECT * FROM orders_order WHERE id = :id")
                                .bind("id", id)))
                .stream()
                .findFirst();
        found.ifPresent(order -> database.concerns(order.buyer()));
        return found;
    }

    @Override
    public List<Order> pendingOf(UUID buyer) {
        return database.call(handle -> OrderRows.read(
                handle,
                handle.createQuery("SELECT * FROM orders_order WHERE user_id = :buyer AND status = 'PENDING'"
                                + " ORDER BY id")
                        .bind("buyer", buyer)));
    }

    @Override
    public void add(Order order) {
        database.run(handle -> {
            handle.createUpdate("INSERT INTO orders_order (id, user_id, status, currency, placed_at, version) VALUES"
                            + " (:id, :buyer, :status, :currency, :placedAt, :newVersion)")
                    .bind("id", order.id())
                    .bind("buyer", order.buyer())
                    .bind("status", order.status().name())
                    .bind("currency", order.basket().total().currency().getCurrencyCode())
                    .bind("placedAt", order.placedAt().atOffset(ZoneOffset.UTC))
                    .bind("newVersion", newVersion(order))
                    .execute();
            addLines(handle, order);
        });
        events.append(order.id(), order.version(), order.changes(), order.placedAt());
    }

    @Override
    public void save(Order order) {
        int updated = database.call(handle -> handle.createUpdate("UPDATE orders_order SET status = :status,"
                        + " version = :newVersion WHERE id = :id AND version = :version")
                .bind("status", order.status().name())
                .bind("newVersion", newVersion(order))
                .bind("id", order.id())
                .bind("version", order.version())
                .execute());
        if (updated == 0) {
            throw new StaleVersionException();
        }
        events.append(order.id(), order.version(), order.changes());
    }

    private static void addLines(Handle handle, Order order) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO orders_item (order_id, line, sku, quantity, unit_price) VALUES"
                        + " (:order, :line, :sku, :quantity, :unitPrice)");
        int number = 0;
        for (OrderLine line : order.basket().lines()) {
            batch.bind("order", order.id())
                    .bind("line", ++number)
                    .bind("sku", line.sku())
                    .bind("quantity", line.quantity())
                    .bind("unitPrice", line.unitPrice().amount())
                    .add();
        }
        batch.execute();
    }

    private static long newVersion(Order order) {
        return order.version() + order.changes().size();
    }
}
