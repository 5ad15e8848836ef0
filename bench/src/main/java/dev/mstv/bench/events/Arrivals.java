package dev.mstv.bench.events;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** When events were committed, and how long after that their projection was. Thread-safe. */
@Singleton
final class Arrivals {

    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong arrived = new AtomicLong();

    void clear() {
        committed.clear();
        nanos.clear();
        arrived.set(0);
    }

    /** Just before the commit: from then on it may be projected at any time. */
    void committing(UUID thing) {
        committed.put(thing, System.nanoTime());
    }

    void projected(UUID thing) {
        Long begin = committed.remove(thing);
        if (begin != null) {
            nanos.add(System.nanoTime() - begin);
        }
        arrived.incrementAndGet();
    }

    long arrived() {
        return arrived.get();
    }

    /** Of the times from commit to projection, the one below which so many per mille are; in milliseconds. */
    double millis(int perMille) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * perMille / 1000)] / 1e6;
    }
}
