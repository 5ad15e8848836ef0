package dev.mstv.bench;

import java.util.Locale;

/**
 * What it costs to make a read model anew.
 *
 * @param events in the store
 * @param perSecond events that were applied, with nobody reading
 * @param perSecondRead the same under load
 * @param alone reads while nothing is made
 * @param beside reads while it is made
 * @param search milliseconds of a search for a part of a name that few have
 */
record RebuildFigures(
        long events, double perSecond, double perSecondRead, LoadResult alone, LoadResult beside, double search) {

    String table() {
        return String.format(
                Locale.ROOT,
                "| | events/s | reads/s | p50, ms | p99, ms |%n|---|--:|--:|--:|--:|%n"
                        + "| %d events, nobody reads | %.0f | | | |%n| reads alone | | %.0f | %.1f | %.1f |%n"
                        + "| both | %.0f | %.0f | %.1f | %.1f |%n%n"
                        + "A search for a part of a name that a few of them have: %.1f ms.%n",
                events,
                perSecond,
                alone.perSecond(),
                alone.median() / 1000.0,
                alone.p99() / 1000.0,
                perSecondRead,
                beside.perSecond(),
                beside.median() / 1000.0,
                beside.p99() / 1000.0,
                search);
    }
}
