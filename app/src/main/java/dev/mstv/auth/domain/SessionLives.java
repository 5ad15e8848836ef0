package dev.mstv.auth.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Which sessions live: what has ended on any node has ended here. */
public interface SessionLives {

    /** Those of the sessions that live. */
    Set<UUID> living(Set<UUID> sessions, Instant now);
}
