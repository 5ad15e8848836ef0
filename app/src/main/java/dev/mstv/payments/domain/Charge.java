package dev.mstv.payments.domain;

/** What came of a charge. */
public sealed interface Charge {

    /**
     * The money has moved.
     *
     * @param reference what the provider calls it
     */
    record Approved(String reference) implements Charge {}

    /**
     * No money has moved.
     *
     * @param reason stable and snake_case
     */
    record Declined(String reason) implements Charge {}
}
