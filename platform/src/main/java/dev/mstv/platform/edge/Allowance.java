package dev.mstv.platform.edge;

import dev.mstv.platform.config.LimitSettings;
import java.time.Duration;

/**
 * What a caller may still ask, this request being counted.
 *
 * @param limit by which it was counted
 * @param granted whether this request may pass
 * @param remaining how many more may pass, from 0
 * @param reset until the caller has all of them again
 */
public record Allowance(LimitSettings limit, boolean granted, long remaining, Duration reset) {}
