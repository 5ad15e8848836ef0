package dev.mstv.notifications;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Notes that a notification was read; the first time counts. */
@UseCase(value = "notifications.mark_read", action = "update", subject = "Notification")
public record MarkRead(@NotNull UUID id) implements Command<ReadMark> {}
