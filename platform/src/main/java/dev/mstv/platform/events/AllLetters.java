package dev.mstv.platform.events;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;

/** The dead letters of each module that runs here. */
@Singleton
final class AllLetters {

    private final Databases databases;
    private final Deliveries deliveries;
    private final EventStores stores;
    private final int attempts;

    AllLetters(Databases databases, Deliveries deliveries, EventStores stores, Settings settings) {
        this.databases = databases;
        this.deliveries = deliveries;
        this.stores = stores;
        this.attempts = settings.events().attempts();
    }

    ModuleLetters of(String module) {
        return new ModuleLetters(
                new Letters(databases.of(module)), deliveries.inbox(module), stores.of(module), attempts);
    }
}
