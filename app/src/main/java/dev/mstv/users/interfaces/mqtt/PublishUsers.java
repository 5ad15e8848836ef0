package dev.mstv.users.interfaces.mqtt;

import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import dev.mstv.platform.mqtt.MqttEvents;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Tells devices what happens to users: {@code users/{userId}/{event}}. */
@Singleton
final class PublishUsers implements Subscriber {

    private static final Set<String> TYPES =
            Set.of("user.registered", "user.updated", "user.password_changed", "user.email_verified", "user.deleted");

    private final MqttEvents mqtt;

    PublishUsers(MqttEvents mqtt) {
        this.mqtt = mqtt;
    }

    @Override
    public Subscription subscription() {
        return mqtt.subscription("users.mqtt", "users", "userId", TYPES, OfUser.class, OfUser::userId);
    }

    /** Whom or what an event tells of. */
    record OfUser(UUID userId) {}
}
