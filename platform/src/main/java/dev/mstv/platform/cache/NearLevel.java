package dev.mstv.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.mstv.platform.persistence.Versioned;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The level in this process: bounded, and only of what is confirmed. Who asks for what somebody loads already waits for that load;
 * one that was under way when its value changed is not kept.
 */
final class NearLevel<T> {

    private static final int VALUES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Only what a change that is told to nobody would be bounded by. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final ConcurrentMap<UUID, CompletableFuture<Optional<Versioned<T>>>> loads = Caffeine.newBuilder()
            .maximumSize(VALUES)
            .expireAfterWrite(LIFE)
            .<UUID, Optional<Versioned<T>>>buildAsync()
            .asMap();
    private final CacheMeters meters;

    NearLevel(CacheMeters meters) {
        this.meters = meters;
    }

    /** The values of those ids that have one. */
    Map<UUID, Versioned<T>> find(Set<UUID> ids, Function<Set<UUID>, Loaded<T>> loader) {
        Map<UUID, CompletableFuture<Optional<Versioned<T>>>> all = new HashMap<>();
        Map<UUID, CompletableFuture<Optional<Versioned<T>>>> own = new HashMap<>();
        for (UUID id : ids) {
            CompletableFuture<Optional<Versioned<T>>> there = loads.get(id);
            if (there == null) {
                CompletableFuture<Optional<Versioned<T>>> ours = new CompletableFuture<>();
                there = loads.putIfAbsent(id, ours);
                if (there == null) {
                    own.put(id, ours);
                    there = ours;
                }
            }
            all.put(id, there);
        }
        meters.hit.increment(all.size() - own.size());
        meters.miss.increment(own.size());
        load(own, loader);
        return awaited(all, loader);
    }

    void drop(UUID id) {
        loads.remove(id);
    }

    void clear() {
        loads.clear();
    }

    /** Loads for everybody who waits; what is not confirmed is gone before anybody sees it. */
    private void load(Map<UUID, CompletableFuture<Optional<Versioned<T>>>> own, Function<Set<UUID>, Loaded<T>> loader) {
        if (own.isEmpty()) {
            return;
        }
        try {
            Loaded<T> loaded = loader.apply(own.keySet());
            own.forEach((id, load) -> {
                Optional<Versioned<T>> value =
                        Optional.ofNullable(loaded.values().get(id));
                if (value.isEmpty() || !loaded.confirmed().contains(id)) {
                    loads.remove(id, load);
                }
                load.complete(value);
            });
        } finally {
            // If it failed: those who wait try by themselves.
            own.forEach((id, load) -> {
                if (!load.isDone()) {
                    loads.remove(id, load);
                    load.cancel(false);
                }
            });
        }
    }

    private Map<UUID, Versioned<T>> awaited(
            Map<UUID, CompletableFuture<Optional<Versioned<T>>>> all, Function<Set<UUID>, Loaded<T>> loader) {
        Map<UUID, Versioned<T>> values = new HashMap<>();
        Set<UUID> failed = new HashSet<>();
        all.forEach((id, load) -> {
            try {
                load.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).ifPresent(value -> values.put(id, value));
            } catch (CancellationException | ExecutionException | TimeoutException e) {
                failed.add(id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed.add(id);
            }
        });
        if (!failed.isEmpty()) {
            values.putAll(loader.apply(failed).values());
        }
        return values;
    }
}
