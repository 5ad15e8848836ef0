package dev.mstv.platform.events;

import dev.mstv.platform.events.VerifyStore.Finding;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Tells whether the event stores of the modules that run here are what was written to them. Thread-safe. */
@Singleton
final class HashChains {

    // A transaction for so many, so that none lasts; and in memory at once so few.
    private static final int TOGETHER = 2_000;
    private static final int FETCHED = 100;

    private final Databases databases;

    HashChains(Databases databases) {
        this.databases = databases;
    }

    /** Walks every chain of a module's store, in the order of streams. Takes as long as reading the whole store does. */
    Finding walk(String module) {
        Database database = databases.of(module);
        ChainWalk walk = new ChainWalk(module);
        boolean more = true;
        while (more) {
            more = database.apart(handle -> handle.inTransaction(open -> goOn(open, module, walk)));
        }
        return new Finding(walk.checked(), walk.broken());
    }

    /** Those of the events that a module's store does not have. */
    Set<UUID> missing(String module, Collection<UUID> events) {
        Database database = databases.of(module);
        return database.apart(handle -> handle.createQuery("SELECT id FROM unnest(:events) AS id WHERE NOT EXISTS"
                        + " (SELECT FROM " + module + "_event WHERE event_id = id)")
                .bindArray("events", UUID.class, List.copyOf(events))
                .mapTo(UUID.class)
                .collect(Collectors.toSet()));
    }

    /** True if there may be more. */
    private static boolean goOn(Handle handle, String module, ChainWalk walk) {
        long before = walk.checked();
        try (ResultIterator<StoredEvent> events = handle.createQuery("SELECT * FROM " + module + "_event"
                        + " WHERE (stream, version) > (:stream, :version) ORDER BY stream, version LIMIT :together")
                .bind("stream", walk.stream())
                .bind("version", walk.version())
                .bind("together", TOGETHER)
                .setFetchSize(FETCHED)
                .map((row, context) -> StoredEvent.of(row))
                .iterator()) {
            return passAll(events, walk) && walk.checked() - before == TOGETHER;
        }
    }

    private static boolean passAll(Iterator<StoredEvent> events, ChainWalk walk) {
        boolean whole = true;
        while (whole && events.hasNext()) {
            whole = walk.pass(events.next());
        }
        return whole;
    }
}
