package dev.mstv.platform.resilience;

import java.util.Locale;

/** What has its own allowance of what is served at once. */
public enum Lane {
    /** What the process is there for. */
    WORK,
    /** What operators ask for; served also where work is refused. */
    OPERATIONS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
