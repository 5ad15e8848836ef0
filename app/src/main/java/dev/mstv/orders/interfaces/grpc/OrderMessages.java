package dev.mstv.orders.interfaces.grpc;

import dev.mstv.contracts.order.OrderResponse;
import dev.mstv.contracts.order.PlaceOrderRequest;
import dev.mstv.orders.OrderItem;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.PlaceOrder;
import dev.mstv.orders.Price;
import dev.mstv.platform.persistence.Versioned;

/** Orders as messages of {@code order.proto}, and back; what is missing is told by the command, with everything else. */
final class OrderMessages {

    private OrderMessages() {}

    static OrderResponse of(Versioned<OrderView> order) {
        return message(order.value()).setVersion(order.version()).build();
    }

    static OrderResponse of(OrderView order) {
        return message(order).build();
    }

    static PlaceOrder command(PlaceOrderRequest request) {
        return new PlaceOrder(
                request.getItemsList().stream().map(OrderMessages::item).toList(), request.getPaymentToken());
    }

    private static OrderItem item(dev.mstv.contracts.order.OrderItem item) {
        return new OrderItem(
                item.getSku(),
                item.getQuantity(),
                new Price(item.getUnitPrice().getAmount(), item.getUnitPrice().getCurrency()));
    }

    private static OrderResponse.Builder message(OrderView order) {
        return OrderResponse.newBuilder()
                .setId(order.id().toString())
                .setUserId(order.userId().toString())
                .setStatus(order.status().name())
                .addAllItems(order.items().stream().map(OrderMessages::message).toList())
                .setTotal(message(order.total()))
                .setCreatedAt(order.createdAt().toString());
    }

    private static dev.mstv.contracts.order.OrderItem message(OrderItem item) {
        return dev.mstv.contracts.order.OrderItem.newBuilder()
                .setSku(item.sku())
                .setQuantity(item.quantity())
                .setUnitPrice(message(item.unitPrice()))
                .build();
    }

    private static dev.mstv.contracts.order.Price message(Price price) {
        return dev.mstv.contracts.order.Price.newBuilder()
                .setAmount(price.amount())
                .setCurrency(price.currency())
                .build();
    }
}
