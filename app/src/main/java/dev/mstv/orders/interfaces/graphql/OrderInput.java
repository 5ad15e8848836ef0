package dev.mstv.orders.interfaces.graphql;

import dev.mstv.orders.OrderItem;
import dev.mstv.orders.PlaceOrder;
import dev.mstv.orders.Price;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code PlaceOrderInput}. The schema has no input without its required fields, so what it requires is there. */
final class OrderInput {

    private OrderInput() {}

    static PlaceOrder command(DataFetchingEnvironment environment) {
        Map<?, ?> input = Objects.requireNonNull(environment.<@Nullable Map<?, ?>>getArgument("input"));
        List<?> items = (List<?>) field(input, "items");
        return new PlaceOrder(items.stream().map(item -> item((Map<?, ?>) item)).toList(), text(input, "paymentToken"));
    }

    private static OrderItem item(Map<?, ?> input) {
        Map<?, ?> price = (Map<?, ?>) field(input, "unitPrice");
        return new OrderItem(
                text(input, "sku"),
                (Integer) field(input, "quantity"),
                new Price(text(price, "amount"), text(price, "currency")));
    }

    private static String text(Map<?, ?> input, String name) {
        return (String) field(input, name);
    }

    private static Object field(Map<?, ?> input, String name) {
        return Objects.requireNonNull(input.get(name));
    }
}
