package dev.mstv.notifications.infrastructure;

import dev.mstv.notifications.domain.Recipient;
import dev.mstv.notifications.domain.Recipients;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recipients in {@code notifications_recipient}. */
@Singleton
final class SqlRecipients implements Recipients {

    private static final String BY_ID = "SELECT * FROM notifications_recipient WHERE user_id = :userId";

    private final Database database;
    private final EventStore events;

    SqlRecipients(Databases databases, EventStores events) {
        this.database = databases.of("notifications");
        this.events = events.of("notifications");
    }

    @Override
    public void put(Recipient recipient) {
        if (erased(recipient.userId())) {
            return;
        }
        database.run(handle -> handle.createUpdate("INSERT INTO notifications_recipient (user_id, email, name)"
                        + " VALUES (:userId, :email, :name)"
                        + " ON CONFLICT (user_id) DO UPDATE SET email = :email, name = :name")
                .bind("userId", recipient.userId())
                .bind("email", recipient.email())
                .bind("name", recipient.name())
                .execute());
    }

    @Override
    public void change(UUID userId, @Nullable String email, @Nullable String name) {
        database.run(handle -> handle.createUpdate("UPDATE notifications_recipient SET email = COALESCE(:email, email),"
                        + " name = NULLIF(COALESCE(:name, name), '') WHERE user_id = :userId")
                .bind("userId", userId)
                .bind("email", email)
                .bind("name", name)
                .execute());
    }

    @Override
    public Optional<Recipient> find(UUID userId) {
        return one(BY_ID, userId);
    }

    @Override
    public Optional<Recipient> hold(UUID userId) {
        return one(BY_ID + " FOR SHARE", userId);
    }

    @Override
    public boolean erased(UUID userId) {
        return events.erased(userId);
    }

    @Override
    public void erase(UUID userId) {
        database.run(handle -> handle.createUpdate("DELETE FROM notifications_recipient WHERE user_id = :userId")
                .bind("userId", userId)
                .execute());
        events.erase(userId);
    }

    private Optional<Recipient> one(String sql, UUID userId) {
        return database.call(handle -> handle.createQuery(sql)
                .bind("userId", userId)
                .map((row, context) -> new Recipient(
                        row.getObject("user_id", UUID.class), row.getString("email"), row.getString("name")))
                .findOne());
    }
}
