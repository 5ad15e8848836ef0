package dev.mstv.platform.cache;

import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Versioned;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Without Redis nobody would tell this process what changes elsewhere: it remembers nothing. */
final class NoCache<T> implements Cache<T> {

    @Override
    public Map<UUID, Versioned<T>> shared(Set<UUID> ids, Loader<T> loader) {
        return loader.load(ids);
    }

    @Override
    public Map<UUID, Versioned<T>> near(Set<UUID> ids, Loader<T> loader) {
        return loader.load(ids);
    }

    @Override
    public void changes(Database database, UUID id, long version) {}

    @Override
    public void changesForAll(Database database, UUID id, long version) {}

    @Override
    public void forget(UUID id, long version) {}
}
