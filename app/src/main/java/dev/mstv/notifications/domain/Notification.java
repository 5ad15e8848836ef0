package dev.mstv.notifications.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told; immutable.
 *
 * @param subject its subject line; names nobody
 * @param readAt null if not read yet
 */
public record Notification(
        UUID id,
        UUID userId,
        Template template,
        String subject,
        Instant createdAt,
        @Nullable Instant readAt,
        MailState mail) {

    public static Notification about(Template template, UUID userId, UUID id, Instant now, MailState mail) {
        return new Notification(id, userId, template, template.subject(), now, null, mail);
    }
}
