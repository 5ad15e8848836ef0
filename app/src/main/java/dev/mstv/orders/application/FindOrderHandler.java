package dev.mstv.orders.application;

import dev.mstv.orders.FindOrder;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.domain.Orders;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows an order to those who may see it; to others it is not there. */
@Singleton
final class FindOrderHandler implements QueryHandler<FindOrder, Optional<Versioned<OrderView>>> {

    private final Orders orders;
    private final Gate gate;

    FindOrderHandler(Orders orders, Gate gate) {
        this.orders = orders;
        this.gate = gate;
    }

    @Override
    public Optional<Versioned<OrderView>> handle(FindOrder query) {
        Ability ability = gate.ability(CallContext.current().caller());
        return orders.find(query.id())
                .filter(order -> ability.can("read", OrderMapping.subject(order)))
                .map(OrderMapping::versioned);
    }
}
