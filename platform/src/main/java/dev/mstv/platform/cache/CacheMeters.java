package dev.mstv.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what one level of one cache was asked for. */
final class CacheMeters {

    final Counter hit;
    final Counter miss;

    /** Asked for while a change was under way, or offered too late. */
    final Counter stale;

    /** Not asked, because Redis is away or was a moment ago. */
    final Counter bypassed;

    CacheMeters(MeterRegistry meters, String cache, String level) {
        this.hit = counter(meters, cache, level, "hit");
        this.miss = counter(meters, cache, level, "miss");
        this.stale = counter(meters, cache, level, "stale");
        this.bypassed = counter(meters, cache, level, "bypassed");
    }

    private static Counter counter(MeterRegistry meters, String cache, String level, String result) {
        return Counter.builder("mstv.cache.requests")
                .description("Values asked of a cache, by level and result")
                .tag("cache", cache)
                .tag("level", level)
                .tag("result", result)
                .register(meters);
    }
}
