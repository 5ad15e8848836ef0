package dev.mstv.platform.resilience;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The right to be served, of one request. Thread-safe. */
public final class Permit implements AutoCloseable {

    private final AtomicInteger running;
    private final AtomicBoolean closed = new AtomicBoolean();

    Permit(AtomicInteger running) {
        this.running = running;
    }

    /** Gives it back; again and again comes to the same. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            running.decrementAndGet();
        }
    }
}
