package dev.mstv.auth.domain;

import java.time.Duration;

/** What a one-time token is good for, and for how long. */
public enum Purpose {
    VERIFICATION(Duration.ofHours(24)),
    PASSWORD_RESET(Duration.ofHours(1));

    private final Duration validity;

    Purpose(Duration validity) {
        this.validity = validity;
    }

    public Duration validity() {
        return validity;
    }
}
