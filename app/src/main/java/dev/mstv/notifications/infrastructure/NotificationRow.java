package dev.mstv.notifications.infrastructure;

import dev.mstv.notifications.domain.MailState;
import dev.mstv.notifications.domain.Notification;
import dev.mstv.notifications.domain.PendingMail;
import dev.mstv.notifications.domain.SealedLink;
import dev.mstv.notifications.domain.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code notifications_notification}, read as a notification or as a mail. */
final class NotificationRow {

    private NotificationRow() {}

    static Notification notification(ResultSet row) throws SQLException {
        Timestamp read = row.getTimestamp("read_at");
        return new Notification(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                Template.valueOf(row.getString("template")),
                row.getObject("order_id", UUID.class),
                row.getString("subject"),
                row.getTimestamp("created_at").toInstant(),
                read == null ? null : read.toInstant(),
                MailState.valueOf(row.getString("mail")));
    }

    static PendingMail mail(ResultSet row) throws SQLException {
        return new PendingMail(notification(row), link(row), row.getInt("attempts"));
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable SealedLink link(ResultSet row) throws SQLException {
        String token = row.getString("sealed_token");
        return token == null
                ? null
                : new SealedLink(
                        token,
                        row.getString("address"),
                        row.getTimestamp("valid_until").toInstant());
    }
}
