package dev.mstv.platform.consul;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Consul answered.
 *
 * @param value null if there is nothing of what was asked for
 * @param steady for how long it has answered without a failure in between; a Consul that has just come back may not
 *     have heard of everything yet
 */
public record Answer<T>(@Nullable T value, Duration steady) {}
