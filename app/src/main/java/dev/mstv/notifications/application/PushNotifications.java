package dev.mstv.notifications.application;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.EventPushes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells clients that there is something for them to read. */
@Singleton
final class PushNotifications implements Subscriber {

    private static final String CHANNEL = "notifications";

    private final EventPushes pushes;

    PushNotifications(EventPushes pushes) {
        this.pushes = pushes;
    }

    private record OfUser(UUID userId) {}

    @Override
    public Subscription subscription() {
        return pushes.subscription(
                "notifications.pushes",
                Set.of(
                        "email.welcome",
                        "email.verification",
                        "email.password_reset",
                        "email.order_paid",
                        "email.order_payment_failed",
                        "email.order_refunded"),
                OfUser.class,
                about -> Set.of(Audience.of(CHANNEL, about.event().userId())));
    }
}
