package dev.mstv.bench.events;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Threads that do one thing again and again for a while. */
final class Writers {

    static final int THREADS = 16;

    private Writers() {}

    /** As fast as they can; returns how often it was done. */
    static long flatOut(Duration time, Runnable one) {
        return run(time, 0, one);
    }

    /** So often in a second, all together. */
    static long paced(Duration time, double perSecond, Runnable one) {
        return run(time, (long) (1e9 * THREADS / perSecond), one);
    }

    private static long run(Duration time, long everyNanos, Runnable one) {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                long first = begin + everyNanos * i / THREADS;
                threads.execute(() -> {
                    long next = first;
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(next - System.nanoTime());
                        one.run();
                        done.incrementAndGet();
                        next += everyNanos;
                    }
                });
            }
        }
        return done.get();
    }
}
