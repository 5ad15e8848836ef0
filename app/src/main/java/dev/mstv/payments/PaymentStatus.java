package dev.mstv.payments;

/**
 * How far a payment is, from what yields to what prevails: whatever is learned of it, in whichever order, the greatest of it
 * is what the payment is.
 */
public enum PaymentStatus {
    /** Nobody knows yet whether anything was charged. */
    PENDING,
    /** Nothing was charged. */
    DECLINED,
    /** It was charged. */
    CAPTURED,
    /** It was charged and given back. */
    REFUNDED;

    /** Whether a payment that is here goes on to {@code other}. */
    public boolean yieldsTo(PaymentStatus other) {
        return compareTo(other) < 0;
    }
}
