package dev.mstv.notifications;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its recipient sees it.
 *
 * @param template {@code welcome}, {@code verification}, {@code password_reset}, {@code order_paid}, {@code
 *     order_payment_failed} or {@code order_refunded}
 * @param orderId the order that it is about; null if it is about none
 * @param readAt null if not read yet
 * @param mail {@code PENDING}, {@code SENT}, {@code FAILED}, or {@code STORED_ONLY} if mails were off when it was made
 */
@Introspected
public record NotificationView(
        UUID id,
        String template,
        @Nullable UUID orderId,
        String subject,
        Instant createdAt,
        @Nullable Instant readAt,
        String mail) {}
