package dev.mstv.orders.domain;

import java.util.UUID;

/** Our own copy of who may order. Who has an account is all that an order needs of a user, so that is all it has. */
public interface Buyers {

    /** What is known now, whatever the current transaction does. */
    Standing standing(UUID userId);

    /**
     * Notes that someone has an account, unless they are erased; nobody erases them before the end of the transaction.
     *
     * @return false if they are erased
     */
    boolean admit(UUID userId);

    /** Erases someone here, with everything personal in this module's events. They are not admitted again. */
    void erase(UUID userId);
}
