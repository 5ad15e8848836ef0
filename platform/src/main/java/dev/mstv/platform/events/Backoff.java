package dev.mstv.platform.events;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long each time up to a bound, and then a random part of that, so that
 * those who failed together do not come back together ("full jitter", Brooker, 2015).
 */
public record Backoff(Duration first, Duration most) {

    private static final int MAX_DOUBLINGS = 20;

    /** Before the attempt that follows so many failed ones; from half of the whole time on, so that it is never none. */
    public Duration after(int failures) {
        long whole = Math.min(most.toMillis(), first.toMillis() << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS));
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }
}
