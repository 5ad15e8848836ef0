package dev.mstv.orders.interfaces.grpc;

import dev.mstv.contracts.order.CancelOrderRequest;
import dev.mstv.contracts.order.GetOrderRequest;
import dev.mstv.contracts.order.ListOrdersRequest;
import dev.mstv.contracts.order.ListOrdersResponse;
import dev.mstv.contracts.order.OrderResponse;
import dev.mstv.contracts.order.OrderServiceGrpc.OrderServiceImplBase;
import dev.mstv.contracts.order.PlaceOrderRequest;
import dev.mstv.orders.CancelOrder;
import dev.mstv.orders.Cancellation;
import dev.mstv.orders.FindOrder;
import dev.mstv.orders.FindOrders;
import dev.mstv.orders.OrderProblem;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.Placement;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.grpc.GrpcEdge;
import dev.mstv.platform.grpc.Replies;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Input;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;

/** Orders over gRPC. */
@Singleton
final class OrderGrpc extends OrderServiceImplBase implements GrpcEdge {

    private final Bus bus;

    OrderGrpc(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void placeOrder(PlaceOrderRequest request, StreamObserver<OrderResponse> answers) {
        Replies.one(
                answers,
                switch (bus.send(OrderMessages.command(request))) {
                    case Placement.Placed(var order) -> OrderMessages.of(order);
                    case Placement.Refused refused -> throw refused.refusal();
                });
    }

    @Override
    public void getOrder(GetOrderRequest request, StreamObserver<OrderResponse> answers) {
        Versioned<OrderView> order = bus.ask(new FindOrder(Input.id("id", request.getId())))
                .orElseThrow(OrderProblem.ORDER_NOT_FOUND::refusal);
        Replies.one(answers, OrderMessages.of(order));
    }

    @Override
    public void listOrders(ListOrdersRequest request, StreamObserver<ListOrdersResponse> answers) {
        String cursor = request.getCursor().isEmpty() ? null : request.getCursor();
        Page<OrderView> page = bus.ask(new FindOrders(Input.limit(request.getLimit()), Input.cursor(cursor)));
        ListOrdersResponse.Builder answer = ListOrdersResponse.newBuilder()
                .addAllOrders(page.items().stream().map(OrderMessages::of).toList());
        String next = Cursor.encode(page.next());
        Replies.one(
                answers,
                next == null ? answer.build() : answer.setNextCursor(next).build());
    }

    @Override
    public void cancelOrder(CancelOrderRequest request, StreamObserver<OrderResponse> answers) {
        CancelOrder command = new CancelOrder(
                Input.id("id", request.getId()), request.hasExpectedVersion() ? request.getExpectedVersion() : null);
        Replies.one(
                answers,
                switch (bus.send(command)) {
                    case Cancellation.Cancelled(var order) -> OrderMessages.of(order);
                    case Cancellation.OrderMissing refused -> throw refused.refusal();
                    case Cancellation.NotCancellable refused -> throw refused.refusal();
                    case Cancellation.Outdated refused -> throw refused.refusal();
                });
    }
}
