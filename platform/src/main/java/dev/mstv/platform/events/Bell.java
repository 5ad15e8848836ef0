package dev.mstv.platform.events;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Wakes a relay of this process when something was committed that it has to send. Thread-safe. */
@Singleton
final class Bell {

    /** How many threads send what one module has stored. */
    static final int LANES = 4;

    private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();
    private final Map<String, IntConsumer> others = new ConcurrentHashMap<>();

    /** The lane that sends a shard. */
    static int lane(int shard) {
        return shard % LANES;
    }

    /** What is to be done besides about a shard that has something to send. */
    void also(String module, IntConsumer other) {
        others.put(module, other);
    }

    /** Wakes whoever sends the shard, on whichever node. */
    void committed(String module, int shard) {
        ring(module, shard);
        others.getOrDefault(module, any -> {}).accept(shard);
    }

    /** Wakes the lane of this process. */
    void ring(String module, int shard) {
        Semaphore bell = bell(module, lane(shard));
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Waits until it rings, or rang since the last time; false if it did not within {@code limit}. */
    boolean await(String module, int lane, Duration limit) throws InterruptedException {
        Semaphore bell = bell(module, lane);
        boolean rang = bell.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
        bell.drainPermits();
        return rang;
    }

    private Semaphore bell(String module, int lane) {
        return bells.computeIfAbsent(module + lane, any -> new Semaphore(0));
    }
}
