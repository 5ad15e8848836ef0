package dev.mstv.notifications.interfaces.websocket;

import dev.mstv.platform.websocket.OwnNews;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Users are told that there is something for them to read. */
@Factory
final class NotificationNews {

    @Singleton
    OwnNews news() {
        return new OwnNews("notification", "notifications");
    }
}
