package dev.mstv.orders.interfaces.websocket;

import dev.mstv.platform.websocket.OwnNews;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Buyers are told what happens to their orders. */
@Factory
final class OrderNews {

    @Singleton
    OwnNews news() {
        return new OwnNews("order", "order-events");
    }
}
