package dev.mstv.platform.resilience;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** So many at once and no more. Never waits; thread-safe. */
final class Allotment {

    private final AtomicInteger running = new AtomicInteger();
    private final Counter shed;
    private volatile int limit;
    // Of System.nanoTime; some time before the start.
    private volatile long lastShed = System.nanoTime() - Duration.ofDays(1).toNanos();

    Allotment(Lane lane, int limit, MeterRegistry meters) {
        this.limit = limit;
        this.shed = Counter.builder("mstv.inbound.shed")
                .description("Requests that were refused because too many were being served")
                .tag("lane", lane.word())
                .register(meters);
        Gauge.builder("mstv.inbound.running", running, AtomicInteger::get)
                .description("Requests that are being served")
                .tag("lane", lane.word())
                .register(meters);
        Gauge.builder("mstv.inbound.limit", this, Allotment::limit)
                .description("How many requests may be served at once")
                .tag("lane", lane.word())
                .register(meters);
    }

    /** Lets one in; null if there are too many. */
    @Nullable
    Permit enter() {
        int now = running.get();
        while (now < limit) {
            if (running.compareAndSet(now, now + 1)) {
                return new Permit(running);
            }
            now = running.get();
        }
        return shed();
    }

    /** Whether one would be refused; then it counts as refused. */
    boolean refuses() {
        return running.get() >= limit && shed() == null;
    }

    void limit(int changed) {
        limit = changed;
    }

    int limit() {
        return limit;
    }

    int running() {
        return running.get();
    }

    boolean shedWithin(Duration time) {
        return System.nanoTime() - lastShed < time.toNanos();
    }

    private @Nullable Permit shed() {
        lastShed = System.nanoTime();
        shed.increment();
        return null;
    }
}
