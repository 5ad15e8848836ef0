package dev.mstv.platform.cache;

import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Versioned;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Values by id and version that are read more often than they change. A value is never older than what was committed
 * before it was asked for, as long as every change is announced: by the repository, in the transaction of the change, once per
 * id. Thread-safe.
 */
public interface Cache<T> {

    /** The values of those ids that have one, as all nodes know them: not from what this process remembers. */
    Map<UUID, Versioned<T>> shared(Set<UUID> ids, Loader<T> loader);

    /** The same, also from what this process remembers: as it was when the last change was heard of. */
    Map<UUID, Versioned<T>> near(Set<UUID> ids, Loader<T> loader);

    /**
     * Announces a change. If Redis is away, it is told when it is back, and before any node that was cut off with this one believes
     * it; who alone was cut off may be heard later than that.
     *
     * @param version that the value will have when the current transaction of {@code database} is committed
     */
    void changes(Database database, UUID id, long version);

    /**
     * Announces a change that nobody may miss for a moment, such as a right that ends.
     *
     * @param version that the value will have when the current transaction of {@code database} is committed
     * @throws dev.mstv.platform.problem.Refusal {@code service_unavailable} if Redis is away
     */
    void changesForAll(Database database, UUID id, long version);

    /**
     * Tells all nodes of a change that was committed, once more: for what an event tells, at least once, also when the
     * process that made the change is gone.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code service_unavailable} if Redis is away: to be tried again
     */
    void forget(UUID id, long version);
}
