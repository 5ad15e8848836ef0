package dev.mstv.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What one load came to.
 *
 * @param perSecond answered requests
 * @param median of their latencies, in microseconds
 * @param p99 99 % of their latencies are below, in microseconds
 */
record LoadResult(double perSecond, long median, long p99) {

    /**
     * Of what was answered one after the other, by several at once.
     *
     * @param latencies of each of them, in nanoseconds; one at least
     * @param time how long all of it took
     */
    static LoadResult of(List<long[]> latencies, Duration time) {
        long[] sorted =
                latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new LoadResult(
                sorted.length * 1e9 / time.toNanos(),
                sorted[sorted.length / 2] / 1000,
                sorted[(int) (sorted.length * 0.99)] / 1000);
    }
}
