package dev.mstv.orders.application;

import dev.mstv.orders.CancelOrder;
import dev.mstv.orders.Cancellation;
import dev.mstv.orders.Cancellation.Cancelled;
import dev.mstv.orders.Cancellation.NotCancellable;
import dev.mstv.orders.Cancellation.OrderMissing;
import dev.mstv.orders.Cancellation.Outdated;
import dev.mstv.orders.domain.Order;
import dev.mstv.orders.domain.Orders;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.CommandHandler;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Cancels an order; one that is not the caller's to cancel is, to them, not there. */
@Singleton
final class CancelOrderHandler implements CommandHandler<CancelOrder, Cancellation> {

    private final Orders orders;
    private final Gate gate;

    CancelOrderHandler(Orders orders, Gate gate) {
        this.orders = orders;
        this.gate = gate;
    }

    @Override
    public Cancellation handle(CancelOrder command) {
        Ability ability = gate.ability(CallContext.current().caller());
        Optional<Order> found =
                orders.find(command.id()).filter(order -> ability.can("cancel", OrderMapping.subject(order)));
        if (found.isEmpty()) {
            return new OrderMissing();
        }
        Order order = found.get();
        if (command.expectedVersion() != null && command.expectedVersion() != order.version()) {
            return new Outdated();
        }
        if (!order.cancellable()) {
            return new NotCancellable();
        }
        Order cancelled = order.cancelled();
        if (!cancelled.equals(order)) {
            orders.save(cancelled);
        }
        return new Cancelled(OrderMapping.versioned(cancelled));
    }
}
