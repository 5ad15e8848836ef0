package dev.mstv.orders;

/**
 * How far an order is, from what yields to what prevails. What becomes of an order is told by others, at their own pace and
 * perhaps twice: whatever arrives, in whichever order, the greatest of it is what the order is.
 */
public enum OrderStatus {
    /** Placed; nobody knows yet whether it is paid. */
    PENDING,
    /** Nothing was paid. */
    PAYMENT_FAILED,
    PAID,
    /** Not wanted any more; what was or will be paid is on its way back. */
    CANCELLED,
    /** What was paid is given back. */
    REFUNDED;

    /** Whether an order that is here goes on to {@code other}. */
    public boolean yieldsTo(OrderStatus other) {
        return compareTo(other) < 0;
    }
}
