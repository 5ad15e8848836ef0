package dev.mstv.platform.cache;

import dev.mstv.platform.persistence.Versioned;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was found.
 *
 * @param values of those ids that have one
 * @param confirmed the ids whose values all nodes share: a change of one of them will be told
 */
record Loaded<T>(Map<UUID, Versioned<T>> values, Set<UUID> confirmed) {}
