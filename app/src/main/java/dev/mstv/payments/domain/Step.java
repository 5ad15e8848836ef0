package dev.mstv.payments.domain;

/** What is to be done about a payment next. */
public enum Step {
    NOTHING,
    /** Charge for the first time. */
    CHARGE,
    /** Ask what became of an earlier charge, and charge if there was none. */
    ASK,
    /** Give back what was charged, if anything, and see to it that nothing will be. */
    REVERSE,
    /** Charge nothing, ever. */
    DECLINE
}
