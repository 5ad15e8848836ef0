package dev.mstv.platform.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many more times calls may be repeated: each call earns a tenth of a repetition, up to ten whole ones. So an outage
 * is met with a tenth more calls, not with {@code RETRY_ATTEMPTS} times as many (the retry budget of Finagle, and gRPC's
 * retry throttling, proposal A6). Thread-safe.
 */
final class RetryBudget {

    private static final int CALLS_PER_REPETITION = 10;
    private static final int MOST = 10 * CALLS_PER_REPETITION;

    private final AtomicInteger earned = new AtomicInteger(MOST);

    /** A call is made for the first time. */
    void earn() {
        // Read first: where nothing fails it is full, and nobody writes.
        if (earned.get() < MOST) {
            earned.updateAndGet(before -> Math.min(MOST, before + 1));
        }
    }

    /** Takes a repetition; false if there is none. */
    boolean spend() {
        int before = earned.getAndUpdate(had -> had < CALLS_PER_REPETITION ? had : had - CALLS_PER_REPETITION);
        return before >= CALLS_PER_REPETITION;
    }
}
