package dev.mstv.orders.infrastructure;

import dev.mstv.orders.domain.Buyers;
import dev.mstv.orders.domain.Standing;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Buyers in {@code orders_buyer}. Who is erased keeps a row that says so, which is also what everybody waits for. */
@Singleton
final class SqlBuyers implements Buyers {

    private final Database database;
    private final EventStore events;

    SqlBuyers(Databases databases, EventStores events) {
        this.database = databases.of("orders");
        this.events = events.of("orders");
    }

    @Override
    public Standing standing(UUID userId) {
        return database.apart(handle -> handle.createQuery("SELECT erased FROM orders_buyer WHERE user_id = :userId")
                .bind("userId", userId)
                .mapTo(Boolean.class)
                .findOne()
                .map(erased -> erased ? Standing.ERASED : Standing.KNOWN)
                .orElse(Standing.UNHEARD_OF));
    }

    @Override
    public boolean admit(UUID userId) {
        return database.call(handle -> {
            handle.createUpdate("INSERT INTO orders_buyer (user_id, erased) VALUES (:userId, FALSE)"
                            + " ON CONFLICT (user_id) DO NOTHING")
                    .bind("userId", userId)
                    .execute();
            return handle.createQuery("SELECT NOT erased FROM orders_buyer WHERE user_id = :userId FOR SHARE")
                    .bind("userId", userId)
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    @Override
    public void erase(UUID userId) {
        database.run(handle -> handle.createUpdate("INSERT INTO orders_buyer (user_id, erased) VALUES (:userId, TRUE)"
                        + " ON CONFLICT (user_id) DO UPDATE SET erased = TRUE")
                .bind("userId", userId)
                .execute());
        events.erase(userId);
    }
}
