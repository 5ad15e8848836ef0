package dev.mstv.payments.domain;

/**
 * A payment that is ours to do something about.
 *
 * @param attempt which one this is, from 1
 */
public record DuePayment(Payment payment, int attempt) {

    public Step next() {
        return payment.next(attempt > 1);
    }
}
