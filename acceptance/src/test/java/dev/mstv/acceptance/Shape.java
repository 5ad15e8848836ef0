package dev.mstv.acceptance;

import java.util.List;
import java.util.Locale;

/** How the application is cut into processes. */
enum Shape {
    MONOLITH,
    SPLIT,
    GROUPED;

    /** The one that this run of the suite is for. */
    static Shape current() {
        return valueOf(System.getProperty("mstv.shape", "monolith").toUpperCase(Locale.ROOT));
    }

    /** The modules of each process behind a gateway, with commas; none if one process is all. */
    List<String> groups() {
        return switch (this) {
            case MONOLITH -> List.of();
            case SPLIT -> List.of("users", "auth", "notifications,audit", "orders", "payments");
            case GROUPED -> List.of("users,audit,orders", "auth,notifications,payments");
        };
    }
}
