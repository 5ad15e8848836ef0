package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.order.CancelOrderRequest;
import dev.mstv.contracts.order.GetOrderRequest;
import dev.mstv.contracts.order.ListOrdersRequest;
import dev.mstv.contracts.order.OrderItem;
import dev.mstv.contracts.order.OrderResponse;
import dev.mstv.contracts.order.PlaceOrderRequest;
import dev.mstv.contracts.order.Price;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ordering over gRPC. */
class GrpcOrdersTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static GrpcClient client;
    private static GrpcClient buyer;

    @BeforeAll
    static void connect() {
        client = GrpcClient.of(PROCESS);
        buyer = client.asNew(PROCESS, "user");
    }

    @AfterAll
    static void end() {
        client.close();
    }

    private static PlaceOrderRequest books(String amount) {
        return PlaceOrderRequest.newBuilder()
                .setPaymentToken("tok_visa")
                .addItems(OrderItem.newBuilder()
                        .setSku("book")
                        .setQuantity(2)
                        .setUnitPrice(Price.newBuilder().setAmount(amount).setCurrency("EUR")))
                .build();
    }

    private static GetOrderRequest get(String id) {
        return GetOrderRequest.newBuilder().setId(id).build();
    }

    @Test
    void theTotalIsExact() {
        assertThat(buyer.orders().placeOrder(books("0.1")).getTotal().getAmount())
                .isEqualTo("0.20");
    }

    @Test
    void anOrderIsShown() {
        OrderResponse placed = buyer.orders().placeOrder(books("12.50"));
        assertThat(buyer.orders().getOrder(get(placed.getId())).getItemsList()).isEqualTo(placed.getItemsList());
    }

    @Test
    void ordersAreListed() {
        OrderResponse placed = buyer.orders().placeOrder(books("12.50"));
        assertThat(buyer.orders()
                        .listOrders(ListOrdersRequest.getDefaultInstance())
                        .getOrdersList())
                .extracting(OrderResponse::getId)
                .contains(placed.getId());
    }

    @Test
    void anOrderIsCancelled() {
        OrderResponse placed = buyer.orders().placeOrder(books("12.50"));
        assertThat(buyer.orders()
                        .cancelOrder(CancelOrderRequest.newBuilder()
                                .setId(placed.getId())
                                .build())
                        .getStatus())
                .isEqualTo("CANCELLED");
    }

    @Test
    void anOrderOfNothingIsRefused() {
        assertThat(GrpcClient.refusal(() -> buyer.orders().placeOrder(books("0"))))
                .isEqualTo("FAILED_PRECONDITION nothing_to_pay");
    }

    @Test
    void aFieldThatIsNotValidIsCalledAsInTheMessage() {
        assertThat(GrpcClient.violation(() -> buyer.orders().placeOrder(books("1e3"))))
                .isEqualTo("items[0].unit_price.amount format");
    }

    @Test
    void moreFaultsThanFitAreToldInPart() {
        PlaceOrderRequest.Builder many = PlaceOrderRequest.newBuilder().setPaymentToken("tok_visa");
        for (int i = 0; i < 100; i++) {
            many.addItems(OrderItem.getDefaultInstance());
        }
        assertThat(GrpcClient.refusal(() -> buyer.orders().placeOrder(many.build())))
                .isEqualTo("INVALID_ARGUMENT validation_failed");
    }

    @Test
    void whoseOrderItIsNotMayNotSeeIt() {
        OrderResponse placed = buyer.orders().placeOrder(books("12.50"));
        GrpcClient eve = client.asNew(PROCESS, "user");
        assertThat(GrpcClient.refusal(() -> eve.orders().getOrder(get(placed.getId()))))
                .isEqualTo(GrpcClient.refusal(
                        () -> eve.orders().getOrder(get(UUID.randomUUID().toString()))));
    }
}
