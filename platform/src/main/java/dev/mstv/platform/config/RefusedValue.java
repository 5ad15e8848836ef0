package dev.mstv.platform.config;

import java.time.Instant;

/**
 * A value that a setting was not given.
 *
 * @param key where it stands
 * @param reason what is wrong, and what is allowed; not the value itself
 * @param since when it was first refused
 */
public record RefusedValue(String name, String key, String reason, Instant since) {}
