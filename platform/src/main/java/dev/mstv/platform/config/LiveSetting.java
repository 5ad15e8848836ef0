package dev.mstv.platform.config;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is now, for people.
 *
 * @param key where its value stands in Consul; null if it comes from elsewhere
 * @param since when it has come from there; null if that was so at the start
 * @param refused a value that was not taken; null if there is none
 * @param needsRestart whether it is read at the start alone
 */
public record LiveSetting(
        String name,
        String value,
        Source source,
        @Nullable String key,
        @Nullable Instant since,
        @Nullable RefusedValue refused,
        boolean needsRestart) {

    /** From where a value comes; a later one wins. */
    public enum Source {
        DEFAULT,
        ENVIRONMENT,
        CONSUL
    }
}
