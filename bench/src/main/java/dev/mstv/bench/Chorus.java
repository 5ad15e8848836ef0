package dev.mstv.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An event that each of many is to hear once. */
final class Chorus {

    private static final int AT_ONCE = 128;
    private static final int LIMIT_SECONDS = 120;

    private final String sign;
    private final CountDownLatch missing;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Supplier<String> fault;
    private final long begin = System.nanoTime();
    private long end;

    Chorus(String event, int times, Supplier<String> fault) {
        this.sign = "\"event\":\"" + event + '"';
        this.missing = new CountDownLatch(times);
        this.fault = fault;
    }

    /** Whether the text is it. Only one thread hears. */
    boolean hear(String text) {
        if (!text.contains(sign)) {
            return false;
        }
        end = System.nanoTime();
        missing.countDown();
        room.release();
        return true;
    }

    /** Waits until not too many are waiting for it. */
    void admit() throws InterruptedException {
        check(room.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    /** Waits until all have heard it; how many milliseconds that took from the beginning. */
    double complete() throws InterruptedException {
        check(missing.await(LIMIT_SECONDS, TimeUnit.SECONDS));
        return (end - begin) / 1e6;
    }

    private void check(boolean inTime) {
        if (!inTime) {
            throw new IllegalStateException(
                    missing.getCount() + " have not heard " + sign + "; what went wrong: " + fault.get());
        }
    }
}
