package dev.mstv.auth.interfaces.mqtt;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.mqtt.MqttEvents;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells devices what happens to sessions of users: {@code users/{userId}/{event}}. */
@Singleton
final class PublishSessions implements Subscriber {

    private static final Set<String> TYPES = Set.of("user.logged_in", "user.logged_out", "token.refreshed");

    private final MqttEvents mqtt;

    PublishSessions(MqttEvents mqtt) {
        this.mqtt = mqtt;
    }

    @Override
    public Subscription subscription() {
        return mqtt.subscription("auth.mqtt", "users", "userId", TYPES, OfUser.class, OfUser::userId);
    }

    /** Whom or what an event tells of. */
    record OfUser(UUID userId) {}
}
