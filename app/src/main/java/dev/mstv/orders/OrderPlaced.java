package dev.mstv.orders;

import dev.mstv.platform.events.Event;
import dev.mstv.platform.events.Personal;
import java.util.List;
import java.util.UUID;

/**
 * Someone has ordered something and is to pay for it.
 *
 * @param paymentToken sealed for our own processes ({@link dev.mstv.platform.security.Encryption#encrypt}), so that no broker
 *     and no stream has it in clear; only who calls the payment provider opens it
 */
@Event.Type("order.placed")
public record OrderPlaced(
        UUID orderId,
        UUID userId,
        OrderStatus status,
        Price total,
        List<OrderItem> items,
        @Personal String paymentToken)
        implements OrderEvent {

    @Override
    public String toString() {
        return "OrderPlaced[" + orderId + ']';
    }
}
