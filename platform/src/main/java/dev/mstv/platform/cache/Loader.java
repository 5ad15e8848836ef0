package dev.mstv.platform.cache;

import dev.mstv.platform.persistence.Versioned;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads values from where they are kept. */
@FunctionalInterface
public interface Loader<T> {

    /** The values of those ids that have one, as they are now or are a moment later. */
    Map<UUID, Versioned<T>> load(Set<UUID> ids);
}
