package dev.mstv.users.application;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.EventPushes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells clients what happens to users. */
@Singleton
final class PushUserEvents implements Subscriber {

    private static final String CHANNEL = "user-events";

    private final EventPushes pushes;

    PushUserEvents(EventPushes pushes) {
        this.pushes = pushes;
    }

    private record OfUser(UUID userId) {}

    @Override
    public Subscription subscription() {
        return pushes.subscription(
                "users.pushes",
                Set.of(
                        "user.registered",
                        "user.updated",
                        "user.deleted",
                        "user.email_verified",
                        "user.password_changed"),
                OfUser.class,
                about -> audiences(about.event().userId()));
    }

    private static Set<Audience> audiences(UUID user) {
        return Set.of(Audience.all(CHANNEL), Audience.of(CHANNEL, user), Audience.account(user));
    }
}
