package dev.mstv.payments.interfaces.graphql;

import dev.mstv.payments.FindPayments;
import dev.mstv.payments.PaymentView;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.graphql.GraphqlEdge;
import dev.mstv.platform.web.Input;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Payments over GraphQL. */
@Singleton
final class PaymentGraphql implements GraphqlEdge {

    private final Bus bus;

    PaymentGraphql(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> query.dataFetcher("payments", this::payments));
    }

    private List<PaymentView> payments(DataFetchingEnvironment environment) {
        String orderId = Objects.requireNonNull(environment.<@Nullable String>getArgument("orderId"));
        return bus.ask(new FindPayments(Input.id("orderId", orderId)));
    }
}
