package dev.mstv.platform.events;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a relay of this process when something was committed that it has to send. Thread-safe. */
@Singleton
final class Bell {

    /** How many threads send what one module has stored. */
    static final int LANES = 4;

    private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();

    /** The lane that sends a shard. */
    static int lane(int shard) {
        return shard % LANES;
    }

    void ring(String module, int shard) {
        Semaphore bell = bell(module, lane(shard));
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Waits until it rings, or rang since the last time; at most for {@code limit}. */
    void await(String module, int lane, Duration limit) throws InterruptedException {
        Semaphore bell = bell(module, lane);
        if (bell.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
        }
    }

    private Semaphore bell(String module, int lane) {
        return bells.computeIfAbsent(module + lane, any -> new Semaphore(0));
    }
}
