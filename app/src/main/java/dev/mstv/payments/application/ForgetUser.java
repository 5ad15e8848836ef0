package dev.mstv.payments.application;

import dev.mstv.payments.domain.Payments;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;

/** When a user is gone, so is by what they could be charged. What they have paid stays: the books need it. */
@Singleton
final class ForgetUser implements Subscriber {

    private final Payments payments;

    ForgetUser(Payments payments) {
        this.payments = payments;
    }

    private record UserDeleted(UUID userId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("payments.forget_user")
                .on("user.deleted", UserDeleted.class, (event, about) -> payments.forget(event.userId()));
    }
}
