package dev.mstv.bench;

/**
 * What one load came to.
 *
 * @param perSecond answered requests
 * @param median of their latencies, in microseconds
 * @param p99 99 % of their latencies are below, in microseconds
 */
record LoadResult(double perSecond, long median, long p99) {}
