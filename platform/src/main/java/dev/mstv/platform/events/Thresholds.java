package dev.mstv.platform.events;

import java.time.Duration;

/** Beyond which figures the health of a process is degraded; docs/health.md has them for operators. */
public final class Thresholds {

    /** The oldest event that is stored and not sent. */
    static final Duration OUTBOX_AGE = Duration.ofSeconds(60);

    /** How many are stored and not sent. */
    static final long OUTBOX_WAITING = 10_000;

    /** How long ago an event that is still being tried failed for the first time. */
    static final Duration RETRYING_AGE = Duration.ofMinutes(5);

    /** How many events of a broker a module's subscribers have not read. */
    public static final long CONSUMER_LAG = 10_000;

    /** Since the last heartbeat to a broker. */
    public static final Duration CONSUMER_SILENCE = Duration.ofSeconds(60);

    /** The oldest event that a read model does not have. */
    public static final Duration PROJECTION_BEHIND = Duration.ofSeconds(60);

    private Thresholds() {}
}
