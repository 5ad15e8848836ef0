package dev.mstv.platform.resilience;

import java.util.Locale;

/** What an attempt says about its target. */
enum Result {
    ANSWERED,
    FAILED,
    /** It took longer than it may. */
    TIMED_OUT,
    /** Nothing: who called had no time left, was interrupted, or failed by itself. */
    ABANDONED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
