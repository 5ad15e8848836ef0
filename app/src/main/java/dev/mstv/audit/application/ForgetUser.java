package dev.mstv.audit.application;

import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The trail has nothing personal, but an event on its way into it that was parked does. */
@Singleton
final class ForgetUser implements Subscriber {

    private final EventStore store;

    ForgetUser(EventStores stores) {
        this.store = stores.of("audit");
    }

    private record UserDeleted(UUID userId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("audit.forget_user")
                .on("user.deleted", UserDeleted.class, (event, about) -> store.erase(event.userId()));
    }
}
