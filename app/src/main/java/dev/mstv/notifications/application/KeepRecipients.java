package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.Notifications;
import dev.mstv.notifications.domain.Recipient;
import dev.mstv.notifications.domain.Recipients;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps in step with users who can be written to. Before the other subscribers, so that they find whom they look for. */
@Singleton
@Order(-1)
final class KeepRecipients implements Subscriber {

    private final Recipients recipients;
    private final Notifications notifications;

    KeepRecipients(Recipients recipients, Notifications notifications) {
        this.recipients = recipients;
        this.notifications = notifications;
    }

    private record UserRegistered(
            UUID userId, @Nullable String email, @Nullable String name) {}

    private record UserUpdated(UUID userId, Changes changes) {}

    private record Changes(@Nullable String email, @Nullable String name) {}

    private record UserDeleted(UUID userId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("notifications.recipients")
                .on("user.registered", UserRegistered.class, (event, about) -> add(event))
                .on("user.updated", UserUpdated.class, (event, about) -> change(event.userId(), event.changes()))
                .on("user.deleted", UserDeleted.class, (event, about) -> erase(event.userId()));
    }

    // Without an address they are erased already.
    private void add(UserRegistered user) {
        if (user.email() != null) {
            recipients.put(new Recipient(user.userId(), user.email(), user.name()));
        }
    }

    private void change(UUID userId, Changes changes) {
        recipients.change(userId, changes.email(), changes.name());
    }

    // The recipient first: who stores something for them waits for the recipient, and then finds them gone.
    private void erase(UUID userId) {
        recipients.erase(userId);
        notifications.forget(userId);
    }
}
