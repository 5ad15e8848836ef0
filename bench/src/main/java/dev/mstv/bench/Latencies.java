package dev.mstv.bench;

import java.util.Arrays;

/** How long each request took, in nanoseconds. Not thread-safe. */
final class Latencies {

    private long[] values = new long[1024];
    private int count;

    void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = nanos;
    }

    long[] all() {
        return Arrays.copyOf(values, count);
    }
}
