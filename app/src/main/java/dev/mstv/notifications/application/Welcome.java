package dev.mstv.notifications.application;

import dev.mstv.notifications.domain.Template;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Welcomes who is new, by their own doing or an administrator's. */
@Singleton
final class Welcome implements Subscriber {

    private final Notifier notifier;

    Welcome(Notifier notifier) {
        this.notifier = notifier;
    }

    private record UserRegistered(UUID userId, @Nullable String email) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("notifications.welcome").on("user.registered", UserRegistered.class, this::welcome);
    }

    private void welcome(UserRegistered user, Envelope about) {
        if (user.email() != null) {
            notifier.tell(user.userId(), Template.WELCOME, null, about);
        }
    }
}
