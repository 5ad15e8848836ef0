package dev.mstv.platform.config.live.ops;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What a setting shall be.
 *
 * @param value a text, as in the environment; empty to have the environment's again
 */
@Introspected
record FlagBody(@Nullable String value) {}
