package dev.mstv.notifications.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told; immutable.
 *
 * @param order the order that it is about; null if it is about none
 * @param subject its subject line; names nobody
 * @param readAt null if not read yet
 */
public record Notification(
        UUID id,
        UUID userId,
        Template template,
        @Nullable UUID order,
        String subject,
        Instant createdAt,
        @Nullable Instant readAt,
        MailState mail) {

    public static Notification about(
            Template template, @Nullable UUID order, UUID userId, UUID id, Instant now, MailState mail) {
        return new Notification(id, userId, template, order, template.subject(), now, null, mail);
    }
}
