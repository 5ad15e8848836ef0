package dev.mstv.platform.events;

import java.time.Duration;

/**
 * How many events of a module's subscribers are parked, each counted up to 100,000.
 *
 * @param dead given up
 * @param retrying to be tried again
 * @param waiting behind one of those
 * @param oldest for how long that one of those to be tried again has been parked which is parked longest; zero if there
 *     is none
 */
record Parked(long dead, long retrying, long waiting, Duration oldest) {}
