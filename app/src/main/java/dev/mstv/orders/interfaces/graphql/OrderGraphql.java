package dev.mstv.orders.interfaces.graphql;

import dev.mstv.orders.CancelOrder;
import dev.mstv.orders.Cancellation;
import dev.mstv.orders.FindOrder;
import dev.mstv.orders.FindOrders;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.Placement;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.graphql.GraphqlEdge;
import dev.mstv.platform.graphql.Mutations;
import dev.mstv.platform.graphql.Subscriptions;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.web.Input;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders over GraphQL. */
@Singleton
final class OrderGraphql implements GraphqlEdge {

    private static final int DEFAULT_LIMIT = 20;

    private final Bus bus;
    private final Subscriptions subscriptions;

    OrderGraphql(Bus bus, Subscriptions subscriptions) {
        this.bus = bus;
        this.subscriptions = subscriptions;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> query.dataFetcher("orders", this::orders).dataFetcher("order", this::order));
        wiring.type("Mutation", mutation -> mutation.dataFetcher("placeOrder", Mutations.operation(this::place))
                .dataFetcher("cancelOrder", Mutations.operation(this::cancel)));
        wiring.type("Subscription", root -> root.dataFetcher("orderEvents", subscriptions.of("order-events")));
    }

    private List<OrderView> orders(DataFetchingEnvironment environment) {
        Integer limit = environment.getArgument("limit");
        String after = environment.getArgument("after");
        return bus.ask(new FindOrders(
                        limit == null ? DEFAULT_LIMIT : limit, after == null ? null : Input.id("after", after)))
                .items();
    }

    private @Nullable OrderView order(DataFetchingEnvironment environment) {
        return bus.ask(new FindOrder(id(environment))).map(Versioned::value).orElse(null);
    }

    private OrderView place(DataFetchingEnvironment environment) {
        return switch (bus.send(OrderInput.command(environment))) {
            case Placement.Placed(var order) -> order.value();
            case Placement.Refused refused -> throw refused.refusal();
        };
    }

    private OrderView cancel(DataFetchingEnvironment environment) {
        return switch (bus.send(new CancelOrder(id(environment), null))) {
            case Cancellation.Cancelled(var order) -> order.value();
            case Cancellation.OrderMissing refused -> throw refused.refusal();
            case Cancellation.NotCancellable refused -> throw refused.refusal();
            case Cancellation.Outdated refused -> throw refused.refusal();
        };
    }

    private static UUID id(DataFetchingEnvironment environment) {
        return Input.id("id", Objects.requireNonNull(environment.<@Nullable String>getArgument("id")));
    }
}
