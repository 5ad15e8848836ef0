package dev.mstv.platform.resilience;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sees to it that nothing takes longer than it may, by one thread for all that is under way. Thread-safe. */
final class Watchdog implements AutoCloseable {

    // Some libraries catch an interrupt and wait again; they are told again.
    private static final long AGAIN_MILLIS = 100;

    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("time-limits").daemon().factory());

    Watchdog() {
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** Begins a limit for the current thread. */
    TimeLimit begin(Duration time) {
        TimeLimit limit = new TimeLimit();
        limit.by(alarms.scheduleWithFixedDelay(
                limit, time.toNanos(), TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS), TimeUnit.NANOSECONDS));
        return limit;
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
