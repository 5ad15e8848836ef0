package dev.mstv.platform.config;

/**
 * A value that somebody wants a setting to have.
 *
 * @param value as in the environment; a blank one is none
 * @param key where it stands
 */
public record Candidate(String value, String key) {

    boolean blank() {
        return value.isBlank();
    }
}
