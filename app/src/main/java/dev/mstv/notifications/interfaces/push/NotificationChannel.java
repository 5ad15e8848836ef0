package dev.mstv.notifications.interfaces.push;

import dev.mstv.platform.push.PushChannel;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What there is to read. */
@Factory
final class NotificationChannel {

    @Singleton
    PushChannel channel() {
        return new PushChannel("notifications", "read", "Notification", true);
    }
}
