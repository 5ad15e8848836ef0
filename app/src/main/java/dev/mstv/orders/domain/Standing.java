package dev.mstv.orders.domain;

/** What is known here of somebody who wants to order. */
public enum Standing {
    /** They have an account. */
    KNOWN,
    /** They had one, and never will again. */
    ERASED,
    /** Nothing: they may be new, so that word of them is still on its way, or there is no such user. */
    UNHEARD_OF
}
