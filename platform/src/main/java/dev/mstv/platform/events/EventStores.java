package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the event stores of the modules that run here. */
@Singleton
public final class EventStores {

    private final Databases databases;
    private final Clock clock;

    EventStores(Databases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    public EventStore of(String module) {
        return new EventStore(databases.of(module), clock);
    }
}
