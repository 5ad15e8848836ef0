package dev.mstv.devstack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what cannot notify us: another process's port, file or end. */
public final class Polling {

    private static final Duration STEP = Duration.ofMillis(10);

    private Polling() {}

    /** Whether the condition became true within the limit; an interrupt ends the wait early and stays set. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }
}
