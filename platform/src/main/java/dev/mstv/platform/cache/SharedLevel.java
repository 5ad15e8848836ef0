package dev.mstv.platform.cache;

import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.redis.Redis;
import dev.mstv.platform.redis.RedisAwayException;
import dev.mstv.platform.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The level that all nodes share, in Redis. Who finds nothing there loads, and may keep what it loaded if nothing has changed meanwhile. */
final class SharedLevel<T> {

    private static final Script<List<String>> READ = Script.texts("read");
    private static final Script<List<Long>> PUT = Script.numbers("put");
    private static final Script<Long> MARK = Script.number("mark");

    private static final String VALUE_MILLIS = millis(Duration.ofMinutes(1));
    private static final String ABSENCE_MILLIS = millis(Duration.ofSeconds(10));
    private static final String LEASE_MILLIS = millis(Duration.ofSeconds(10));

    /** Longer than any commit takes after it was announced. */
    private static final String MARKER_MILLIS = millis(Duration.ofMinutes(2));

    private final Redis redis;
    private final String name;
    private final ValueJson<T> json;
    private final CacheMeters meters;

    SharedLevel(Redis redis, String name, ValueJson<T> json, CacheMeters meters) {
        this.redis = redis;
        this.name = name;
        this.json = json;
        this.meters = meters;
    }

    /** The values of the ids, read from Redis or loaded; loaded as well if Redis is away. */
    Loaded<T> find(Set<UUID> ids, Loader<T> loader) {
        List<UUID> asked = List.copyOf(ids);
        if (asked.isEmpty() || !redis.believed()) {
            meters.bypassed.increment(asked.size());
            return new Loaded<>(loader.load(ids), Set.of());
        }
        String token = UUID.randomUUID().toString();
        List<String> entries;
        try {
            entries = redis.ask(READ, keys(asked), List.of(token, LEASE_MILLIS));
        } catch (RedisAwayException e) {
            meters.bypassed.increment(asked.size());
            return new Loaded<>(loader.load(ids), Set.of());
        }
        Map<UUID, Versioned<T>> values = new HashMap<>();
        Set<UUID> missing = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            UUID id = asked.get(i);
            known(Entry.of(entries.get(i)))
                    .ifPresentOrElse(value -> value.ifPresent(known -> values.put(id, known)), () -> missing.add(id));
        }
        Set<UUID> confirmed = new HashSet<>(asked);
        confirmed.removeAll(missing);
        if (!missing.isEmpty()) {
            Map<UUID, Versioned<T>> loaded = loader.load(missing);
            values.putAll(loaded);
            confirmed.addAll(put(token, missing, loaded));
        }
        return new Loaded<>(values, confirmed);
    }

    /**
     * Says of each id that its value of this version is about to be, or has become, true.
     *
     * @throws RedisAwayException if that is not known to have been heard
     */
    void mark(Map<UUID, Long> versions) {
        List<UUID> ids = List.copyOf(versions.keySet());
        List<String> arguments = new ArrayList<>(List.of(MARKER_MILLIS, redis.channel()));
        for (UUID id : ids) {
            arguments.add(String.valueOf(versions.get(id)));
            arguments.add(name + ' ' + id);
        }
        Long marked = redis.ask(MARK, keys(ids), arguments);
        assert marked == ids.size();
    }

    /** What an entry says, or empty if it says nothing to us. */
    private Optional<Optional<Versioned<T>>> known(Entry entry) {
        return switch (entry) {
            case Entry.Value value -> {
                meters.hit.increment();
                yield json.value(value);
            }
            case Entry.Marker marker -> {
                meters.stale.increment();
                yield Optional.empty();
            }
            case Entry.Lease lease -> {
                meters.miss.increment();
                yield Optional.empty();
            }
        };
    }

    private Set<UUID> put(String token, Set<UUID> asked, Map<UUID, Versioned<T>> loaded) {
        List<UUID> ids = List.copyOf(asked);
        List<String> arguments = new ArrayList<>(List.of(token));
        for (UUID id : ids) {
            Optional<Versioned<T>> value = Optional.ofNullable(loaded.get(id));
            arguments.add(Long.toString(value.map(Versioned::version).orElse(0L)));
            arguments.add(json.content(value));
            arguments.add(value.isPresent() ? VALUE_MILLIS : ABSENCE_MILLIS);
        }
        Set<UUID> kept = new HashSet<>();
        try {
            List<Long> answers = redis.ask(PUT, keys(ids), arguments);
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i) == 1) {
                    kept.add(ids.get(i));
                }
            }
        } catch (RedisAwayException e) {
            // What was loaded is right all the same; it is only not kept.
            return kept;
        }
        return kept;
    }

    private List<String> keys(List<UUID> ids) {
        return ids.stream().map(id -> name + ':' + id).toList();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
