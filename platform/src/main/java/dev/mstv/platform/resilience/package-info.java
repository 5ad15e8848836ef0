/**
 * What stands between this process and what it depends on, and between it and its callers: time limits, circuits,
 * bulkheads and retries for calls that go out, and a bound for what comes in.
 */
package dev.mstv.platform.resilience;
