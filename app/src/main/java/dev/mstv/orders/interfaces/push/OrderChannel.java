package dev.mstv.orders.interfaces.push;

import dev.mstv.platform.push.PushChannel;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What happens to orders. */
@Factory
final class OrderChannel {

    @Singleton
    PushChannel channel() {
        return new PushChannel("order-events", "read", "Order", false);
    }
}
