package dev.mstv.payments.domain;

import java.util.Optional;
import java.util.UUID;

/** All payments. What is stored is stored with its events, in the transaction of the effect or of who settles them. */
public interface Payments {

    Optional<Payment> find(UUID id);

    Optional<Payment> ofOrder(UUID orderId);

    /** Stores a new one, unless its order has one; gives that which is there, which nobody else changes meanwhile. */
    Payment open(Payment payment);

    /** One that is there; nobody else changes it before the end of the transaction. */
    Payment hold(UUID id);

    /** Stores what has changed of one that is held. */
    void save(Payment payment);

    /** Whether somebody was erased, so that nothing of theirs is kept. */
    boolean erased(UUID userId);

    /** Erases someone here, with everything personal in this module's events: nothing can be charged to them any more. */
    void forget(UUID userId);
}
