package dev.mstv.payments.domain;

/** What came of giving back. */
public sealed interface Reversal {

    /**
     * What was charged is given back, now or since before.
     *
     * @param reference what the provider calls the charge
     */
    record Reversed(String reference) implements Reversal {}

    /** Nothing was charged, and nothing will be. */
    record NothingCharged() implements Reversal {}
}
