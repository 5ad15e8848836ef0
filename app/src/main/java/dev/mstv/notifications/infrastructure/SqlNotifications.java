package dev.mstv.notifications.infrastructure;

import static dev.mstv.notifications.infrastructure.NotificationRow.time;

import dev.mstv.notifications.EmailEvent;
import dev.mstv.notifications.domain.Notification;
import dev.mstv.notifications.domain.Notifications;
import dev.mstv.notifications.domain.SealedLink;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notifications in {@code notifications_notification}, with what happened to them in {@code notifications_event}. */
@Singleton
final class SqlNotifications implements Notifications {

    private final Database database;
    private final EventStore events;

    SqlNotifications(Databases databases, EventStores events) {
        this.database = databases.of("notifications");
        this.events = events.of("notifications");
    }

    @Override
    public void add(Notification notification, UUID cause, @Nullable SealedLink link, EmailEvent event) {
        int added = database.call(handle -> handle.createUpdate("INSERT INTO notifications_notification (id, cause,"
                        + " template, order_id, user_id, subject, created_at, mail, sealed_token, address, valid_until, attempts,"
                        + " next_attempt_at) VALUES (:id, :cause, :template, CAST(:order AS uuid), :userId, :subject, :createdAt, :mail,"
                        + " :token, :address, :validUntil, 0, :createdAt) ON CONFLICT (cause, template) DO NOTHING")
                .bind("id", notification.id())
                .bind("cause", cause)
                .bind("template", notification.template().name())
                .bind("order", notification.order())
                .bind("userId", notification.userId())
                .bind("subject", notification.subject())
                .bind("createdAt", time(notification.createdAt()))
                .bind("mail", notification.mail().name())
                .bind("token", link == null ? null : link.token())
                .bind("address", link == null ? null : link.address())
                .bind("validUntil", link == null ? null : time(link.validUntil()))
                .execute());
        if (added == 1) {
            events.append(notification.id(), 0, List.of(event));
        }
    }

    @Override
    public Optional<Notification> find(UUID id) {
        return database.call(handle -> handle.createQuery("SELECT * FROM notifications_notification WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> NotificationRow.notification(row))
                .findOne());
    }

    @Override
    public List<Notification> of(UUID userId, int rows, @Nullable UUID after) {
        // The ids are ordered by time, so the newest has the greatest.
        String more = after == null ? "" : " AND id < :after";
        return database.call(handle -> handle.createQuery("SELECT * FROM notifications_notification"
                        + " WHERE user_id = :userId" + more + " ORDER BY id DESC LIMIT :rows")
                .bind("userId", userId)
                .bind("after", after)
                .bind("rows", rows)
                .map((row, context) -> NotificationRow.notification(row))
                .list());
    }

    @Override
    public void markRead(UUID id, Instant now) {
        database.run(handle -> handle.createUpdate(
                        "UPDATE notifications_notification SET read_at = :now WHERE id = :id AND read_at IS NULL")
                .bind("id", id)
                .bind("now", time(now))
                .execute());
    }

    @Override
    public void forget(UUID userId) {
        database.run(handle -> handle.createUpdate("DELETE FROM notifications_notification WHERE user_id = :userId")
                .bind("userId", userId)
                .execute());
    }
}
