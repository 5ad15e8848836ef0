package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.security.Encryption;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the event stores of the modules that run here. */
@Singleton
public final class EventStores {

    private final Databases databases;
    private final Clock clock;
    private final Encryption encryption;
    private final Bell bell;

    EventStores(Databases databases, Clock clock, Encryption encryption, Bell bell) {
        this.databases = databases;
        this.clock = clock;
        this.encryption = encryption;
        this.bell = bell;
    }

    public EventStore of(String module) {
        return new EventStore(databases.of(module), clock, new PersonKeys(encryption, module), bell);
    }
}
