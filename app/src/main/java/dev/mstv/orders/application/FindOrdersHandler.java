package dev.mstv.orders.application;

import dev.mstv.orders.FindOrders;
import dev.mstv.orders.OrderView;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.security.Condition;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists the orders that the caller may see. */
@Singleton
final class FindOrdersHandler implements QueryHandler<FindOrders, Page<OrderView>> {

    private final OrderList list;
    private final Gate gate;

    FindOrdersHandler(OrderList list, Gate gate) {
        this.list = list;
        this.gate = gate;
    }

    @Override
    public Page<OrderView> handle(FindOrders query) {
        Condition visible = gate.ability(CallContext.current().caller()).narrow("read", OrderMapping.SUBJECT);
        List<OrderView> oneMore = list.page(visible, query.limit() + 1, query.after()).stream()
                .map(OrderMapping::view)
                .toList();
        return Page.of(oneMore, query.limit(), OrderView::id);
    }
}
