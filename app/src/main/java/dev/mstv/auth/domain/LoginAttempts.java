package dev.mstv.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts failed attempts to sign in, per account and address, on all nodes together. */
public interface LoginAttempts {

    /** How many failures in a window are allowed. */
    int LIMIT = 5;

    /** From the first failure on. */
    Duration WINDOW = Duration.ofMinutes(15);

    /** How long until an attempt counts; empty if it counts now. */
    Optional<Duration> blocked(String account, String address, Instant now);

    /** Counts a failure; how long until an attempt counts if it was one too many. */
    Optional<Duration> failed(String account, String address, Instant now);

    /** Forgets the failures of an account and address that have succeeded. */
    void forget(String account, String address);
}
