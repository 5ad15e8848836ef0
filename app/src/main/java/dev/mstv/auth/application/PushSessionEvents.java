package dev.mstv.auth.application;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.EventPushes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells clients who signs in and out. */
@Singleton
final class PushSessionEvents implements Subscriber {

    private static final String CHANNEL = "user-events";

    private final EventPushes pushes;

    PushSessionEvents(EventPushes pushes) {
        this.pushes = pushes;
    }

    private record OfUser(UUID userId) {}

    @Override
    public Subscription subscription() {
        return pushes.subscription(
                "auth.pushes",
                Set.of("user.logged_in", "user.logged_out"),
                OfUser.class,
                about -> audiences(about.event().userId()));
    }

    private static Set<Audience> audiences(UUID user) {
        return Set.of(Audience.all(CHANNEL), Audience.of(CHANNEL, user), Audience.account(user));
    }
}
