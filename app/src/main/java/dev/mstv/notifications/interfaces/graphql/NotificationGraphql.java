package dev.mstv.notifications.interfaces.graphql;

import dev.mstv.notifications.ListNotifications;
import dev.mstv.notifications.NotificationView;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.graphql.GraphqlEdge;
import dev.mstv.platform.graphql.Subscriptions;
import dev.mstv.platform.web.Input;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;

/** Notifications over GraphQL. */
@Singleton
final class NotificationGraphql implements GraphqlEdge {

    private static final int DEFAULT_LIMIT = 20;

    private final Bus bus;
    private final Subscriptions subscriptions;

    NotificationGraphql(Bus bus, Subscriptions subscriptions) {
        this.bus = bus;
        this.subscriptions = subscriptions;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> query.dataFetcher("notifications", this::notifications));
        wiring.type("Subscription", root -> root.dataFetcher("notifications", subscriptions.of("notifications")));
    }

    private List<NotificationView> notifications(DataFetchingEnvironment environment) {
        Integer limit = environment.getArgument("limit");
        String after = environment.getArgument("after");
        return bus.ask(new ListNotifications(
                        limit == null ? DEFAULT_LIMIT : limit, after == null ? null : Input.id("after", after)))
                .items();
    }
}
