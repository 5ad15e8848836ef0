package dev.mstv.orders.application;

import dev.mstv.orders.domain.Buyers;
import dev.mstv.orders.domain.Orders;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.events.Subscription;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps in step with who has an account. Nothing that a user changes about themselves matters to an order. */
@Singleton
final class KeepBuyers implements Subscriber {

    private final Buyers buyers;
    private final Orders orders;

    KeepBuyers(Buyers buyers, Orders orders) {
        this.buyers = buyers;
        this.orders = orders;
    }

    private record User(UUID userId) {}

    @Override
    public Subscription subscription() {
        return Subscription.named("orders.buyers")
                .on("user.registered", User.class, (event, about) -> {
                    boolean unused = buyers.admit(event.userId());
                })
                .on("user.deleted", User.class, (event, about) -> erase(event.userId()));
    }

    // The buyer first: whoever places an order for them holds them, so that it is found here, or finds them erased.
    private void erase(UUID userId) {
        buyers.erase(userId);
        orders.pendingOf(userId).forEach(order -> orders.save(order.cancelled()));
    }
}
