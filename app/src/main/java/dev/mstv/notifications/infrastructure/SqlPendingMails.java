package dev.mstv.notifications.infrastructure;

import static dev.mstv.notifications.infrastructure.NotificationRow.time;

import dev.mstv.notifications.domain.MailState;
import dev.mstv.notifications.domain.PendingMail;
import dev.mstv.notifications.domain.PendingMails;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Mails in {@code notifications_notification}. The number of the attempt is the fence: who lost a mail cannot settle it. */
@Singleton
final class SqlPendingMails implements PendingMails {

    private final Database database;

    SqlPendingMails(Databases databases) {
        this.database = databases.of("notifications");
    }

    @Override
    public Optional<PendingMail> claim(Instant now, Duration lease) {
        return database.apart(handle -> handle.createQuery("UPDATE notifications_notification"
                        + " SET attempts = attempts + 1, next_attempt_at = :until"
                        + " WHERE id = (SELECT id FROM notifications_notification"
                        + " WHERE mail = 'PENDING' AND next_attempt_at <= :now"
                        + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *")
                .bind("now", time(now))
                .bind("until", time(now.plus(lease)))
                .map((row, context) -> NotificationRow.mail(row))
                .findOne());
    }

    @Override
    public void settle(PendingMail mail, MailState state) {
        database.apart(handle -> handle.createUpdate("UPDATE notifications_notification SET mail = :state,"
                        + " sealed_token = NULL, address = NULL, valid_until = NULL"
                        + " WHERE id = :id AND attempts = :attempt AND mail = 'PENDING'")
                .bind("state", state.name())
                .bind("id", mail.notification().id())
                .bind("attempt", mail.attempt())
                .execute());
    }

    @Override
    public void postpone(PendingMail mail, Instant until) {
        database.apart(handle -> handle.createUpdate("UPDATE notifications_notification SET next_attempt_at = :until"
                        + " WHERE id = :id AND attempts = :attempt AND mail = 'PENDING'")
                .bind("until", time(until))
                .bind("id", mail.notification().id())
                .bind("attempt", mail.attempt())
                .execute());
    }
}
