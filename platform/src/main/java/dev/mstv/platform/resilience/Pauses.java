package dev.mstv.platform.resilience;

import dev.mstv.platform.bus.CallContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between attempts, as long as the process goes on and somebody waits for the answer. Thread-safe. */
final class Pauses implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    /** Whether it makes sense to go on, having waited. An interrupt ends the wait and stays set. */
    boolean take(Duration pause) {
        Optional<Duration> left = CallContext.timeLeft();
        if (left.isPresent() && left.get().compareTo(pause) <= 0) {
            return false;
        }
        try {
            return !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
