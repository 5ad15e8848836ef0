package dev.mstv.notifications;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own notifications, newest first.
 *
 * @param limit how many at most
 * @param after the notification after which the list goes on; null for its beginning
 */
@UseCase(value = "notifications.list_notifications", action = "read", subject = "Notification")
public record ListNotifications(
        @Min(1) @Max(100) int limit, @Nullable UUID after) implements Query<Page<NotificationView>> {}
