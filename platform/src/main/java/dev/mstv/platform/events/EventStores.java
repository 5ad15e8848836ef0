package dev.mstv.platform.events;

import dev.mstv.platform.persistence.Database;
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
    private final Upcasters upcasters;
    private final Bell bell;

    EventStores(Databases databases, Clock clock, Encryption encryption, Upcasters upcasters, Bell bell) {
        this.databases = databases;
        this.clock = clock;
        this.encryption = encryption;
        this.upcasters = upcasters;
        this.bell = bell;
    }

    public EventStore of(String module) {
        PersonKeys keys = new PersonKeys(encryption, module);
        return new EventStore(databases.of(module), clock, keys, bell);
    }

    /** What a module has stored, to be read once more. */
    public EventHistory history(String module) {
        Database database = databases.of(module);
        return new EventHistory(database, reader(database, new PersonKeys(encryption, module)));
    }

    /** What a module has stored and the relay has not sent. */
    Outbox outbox(Database database) {
        return new Outbox(database, reader(database, new PersonKeys(encryption, database.module())));
    }

    private EventReader reader(Database database, PersonKeys keys) {
        return new EventReader(database, keys, upcasters);
    }
}
