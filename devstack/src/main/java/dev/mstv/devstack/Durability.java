package dev.mstv.devstack;

import java.util.List;

/** What a server promises about committed transactions. */
public enum Durability {
    /** PostgreSQL's own defaults: what was committed survives a crash. */
    FULL,
    /** For tests that throw the server away: several times faster, corrupt after a crash of the machine. */
    NONE;

    List<String> settings() {
        return switch (this) {
            case FULL -> List.of();
            case NONE -> List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off");
        };
    }
}
