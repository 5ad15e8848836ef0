package dev.mstv.notifications.application;

import dev.mstv.notifications.NotificationView;
import dev.mstv.notifications.domain.Notification;
import dev.mstv.platform.security.Subject;

/** A notification as its recipient sees it, and as policies do. */
final class NotificationMapping {

    private NotificationMapping() {}

    static NotificationView view(Notification notification) {
        return new NotificationView(
                notification.id(),
                notification.template().label(),
                notification.order(),
                notification.subject(),
                notification.createdAt(),
                notification.readAt(),
                notification.mail().name());
    }

    static Subject subject(Notification notification) {
        return new Subject("Notification", attribute -> switch (attribute) {
            case "id" -> notification.id();
            case "userId" -> notification.userId();
            default -> null;
        });
    }
}
