package dev.mstv.platform.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.redis.Redis;
import dev.mstv.platform.redis.RedisListener;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The caches of this process. There are none where Redis is off. */
@Singleton
public final class Caches implements RedisListener {

    private final @Nullable Redis redis;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Map<String, TwoLevelCache<?>> caches = new ConcurrentHashMap<>();

    Caches(@Nullable Redis redis, ObjectMapper json, MeterRegistry meters) {
        this.redis = redis;
        this.json = json;
        this.meters = meters;
        if (redis != null) {
            redis.listen(this);
        }
    }

    /**
     * The cache of this name, always the same.
     *
     * @param name of the module and of what is cached, such as {@code users.user}
     * @param type a record, which JSON keeps whole; always the same for a name
     */
    // A name has one type, and its cache is made here.
    @SuppressWarnings("unchecked")
    public <T extends Record> Cache<T> of(String name, Class<T> type) {
        if (redis == null) {
            return new NoCache<>();
        }
        return (Cache<T>) caches.computeIfAbsent(name, any -> open(redis, name, type));
    }

    @Override
    public void heard(String message) {
        int space = message.indexOf(' ');
        TwoLevelCache<?> cache = space < 0 ? null : caches.get(message.substring(0, space));
        if (cache != null) {
            cache.drop(UUID.fromString(message.substring(space + 1)));
        }
    }

    @Override
    public void connected() {
        caches.values().forEach(TwoLevelCache::payDebts);
    }

    @Override
    public void lost() {
        caches.values().forEach(TwoLevelCache::clear);
    }

    private <T> TwoLevelCache<T> open(Redis at, String name, Class<T> type) {
        SharedLevel<T> shared =
                new SharedLevel<>(at, name, new ValueJson<>(json, type), new CacheMeters(meters, name, "redis"));
        return new TwoLevelCache<>(at, shared, new CacheMeters(meters, name, "process"));
    }
}
