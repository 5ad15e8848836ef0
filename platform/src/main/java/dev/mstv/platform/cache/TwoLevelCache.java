package dev.mstv.platform.cache;

import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.redis.Redis;
import dev.mstv.platform.redis.RedisAwayException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A level in this process before the one in Redis. */
final class TwoLevelCache<T> implements Cache<T> {

    private static final Duration RETRY_LATER = Duration.ofSeconds(2);

    private final Redis redis;
    private final SharedLevel<T> shared;
    private final NearLevel<T> near;
    private final CacheMeters nearMeters;
    private final Debts debts = new Debts();

    TwoLevelCache(Redis redis, SharedLevel<T> shared, CacheMeters nearMeters) {
        this.redis = redis;
        this.shared = shared;
        this.near = new NearLevel<>(nearMeters);
        this.nearMeters = nearMeters;
    }

    @Override
    public Map<UUID, Versioned<T>> shared(Set<UUID> ids, Loader<T> loader) {
        return shared.find(ids, loader).values();
    }

    @Override
    public Map<UUID, Versioned<T>> near(Set<UUID> ids, Loader<T> loader) {
        if (!redis.believed()) {
            nearMeters.bypassed.increment(ids.size());
            return loader.load(ids);
        }
        return near.find(ids, missing -> shared.find(missing, loader));
    }

    @Override
    public void changes(Database database, UUID id, long version) {
        if (!told(id, version)) {
            owe(id, version);
        }
        tellAgain(database, id, version);
    }

    @Override
    public void changesForAll(Database database, UUID id, long version) {
        if (!told(id, version)) {
            throw away();
        }
        tellAgain(database, id, version);
    }

    @Override
    public void forget(UUID id, long version) {
        if (!mark(id, version)) {
            throw away();
        }
    }

    /** Pays what is owed. */
    void payDebts() {
        debts.pay(shared::mark);
    }

    void drop(UUID id) {
        near.drop(id);
    }

    void clear() {
        near.clear();
    }

    /** Whether Redis was told; waits for it while others may still believe what it says. */
    private boolean told(UUID id, long version) {
        return mark(id, version) || (redis.returns() && mark(id, version));
    }

    /**
     * After the commit as well: Redis may have been restarted since it was told, and a reader may have brought back what
     * was true until now.
     */
    private void tellAgain(Database database, UUID id, long version) {
        database.afterCommit(() -> {
            if (!mark(id, version)) {
                debts.add(id, version);
            }
        });
    }

    private void owe(UUID id, long version) {
        if (!debts.add(id, version)) {
            throw away();
        }
    }

    private boolean mark(UUID id, long version) {
        near.drop(id);
        try {
            shared.mark(Map.of(id, version));
            return true;
        } catch (RedisAwayException e) {
            return false;
        }
    }

    private static Refusal away() {
        return Problem.of(ProblemKind.UNAVAILABLE, "service_unavailable", "This cannot be made known everywhere now.")
                .retryAfter(RETRY_LATER)
                .refusal();
    }
}
