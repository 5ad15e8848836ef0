package dev.mstv.payments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The payments about which something is to be done, shared by all nodes. */
public interface DuePayments {

    /**
     * One that is due, ours for {@code lease}: if we die, it is somebody else's after that. That we have begun is stored when
     * this returns.
     */
    Optional<DuePayment> claim(Instant now, Duration lease);

    /** It is due again at that time. Does nothing if it is not ours any more. */
    void postpone(DuePayment due, Instant until);

    /** How many there are, due or put off. */
    Unsettled unsettled(Instant now);

    /**
     * Payments about which something is to be done.
     *
     * @param oldest for how long that has been so at most; zero if there are none
     */
    record Unsettled(long count, Duration oldest) {}
}
