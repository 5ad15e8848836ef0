package dev.mstv.orders.infrastructure;

import dev.mstv.orders.application.OrderList;
import dev.mstv.orders.domain.Order;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.persistence.Narrowing;
import dev.mstv.platform.security.Condition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads orders from the tables that they are written to. */
@Singleton
final class SqlOrderList implements OrderList {

    private static final Map<String, String> COLUMNS = Map.of(
            "id", "id::text COLLATE \"C\"", "userId", "user_id::text COLLATE \"C\"", "status", "status COLLATE \"C\"");

    private final Database database;

    SqlOrderList(Databases databases) {
        this.database = databases.of("orders");
    }

    @Override
    public List<Order> page(Condition visible, int rows, @Nullable UUID after) {
        Narrowing narrowing = Narrowing.of(visible, COLUMNS);
        // The ids are ordered by time, so the newest has the greatest.
        String more = after == null ? "" : " AND id < :after";
        return database.call(handle -> OrderRows.read(
                handle,
                handle.createQuery("SELECT * FROM orders_order WHERE " + narrowing.sql() + more
                                + " ORDER BY id DESC LIMIT :rows")
                        .bindMap(narrowing.values())
                        .bind("after", after)
                        .bind("rows", rows)));
    }
}
