package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ordering, paying and taking back, as a client sees it. */
@InEveryShape
class OrdersTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RunningApp app = World.app();
    private final Account ada = Account.registered(app);

    private Answer place(String token) {
        return app.send(Orders.place(token).bearer(ada.accessToken()));
    }

    private String placed(String token, String status) {
        String id = Orders.placed(app, ada, token);
        Orders.await(app, ada, id, status);
        return id;
    }

    private Answer cancel(Account by, String id) {
        return app.send(by.post("/orders/" + id + "/cancel", ""));
    }

    private JsonNode payment(String order) {
        return app.send(ada.get("/payments?orderId=" + order))
                .expect(200)
                .json()
                .at("/items/0");
    }

    private Answer graphql(String document) {
        String body =
                JsonNodeFactory.instance.objectNode().put("query", document).toString();
        return app.send(ada.post("/graphql", body)).expect(200);
    }

    private void awaitNotification(String order, String template) {
        String told = "\"template\":\"" + template + "\",\"orderId\":\"" + order + "\"";
        assertThat(Polling.until(
                        LIMIT, () -> app.send(ada.get("/notifications")).text().contains(told)))
                .as(() -> app.send(ada.get("/notifications")).text())
                .isTrue();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void anOrderIsPlaced() {
        Answer answer = place("tok_visa").expect(201);
        assertThat(names(answer.json())).containsExactly("id", "userId", "status", "items", "total", "createdAt");
        assertThat(answer.at("/userId")).isEqualTo(ada.id());
        assertThat(answer.at("/status")).isEqualTo("PENDING");
        assertThat(answer.json().path("total").toString()).isEqualTo("{\"amount\":\"25.00\",\"currency\":\"EUR\"}");
        assertThat(answer.json().path("items").toString()).isEqualTo("[" + Orders.item("12.50") + "]");
    }

    @Test
    void theAnswerSaysWhereTheOrderIsAndWhichVersionItHas() {
        Answer answer = place("tok_visa").expect(201);
        assertThat(answer.header("location")).hasValue("/orders/" + answer.at("/id"));
        assertThat(answer.header("etag")).hasValue("\"1\"");
        assertThat(answer.header("x-consistency-token").orElseThrow()).startsWith("orders-");
    }

    @Test
    void anOrderIsPaidAndItsBuyerIsTold() {
        awaitNotification(placed("tok_visa", "PAID"), "order_paid");
    }

    @Test
    void aPaymentIsShown() {
        JsonNode payment = payment(placed("tok_visa", "PAID"));
        assertThat(names(payment)).containsExactly("id", "orderId", "amount", "status", "providerReference", "reason");
        assertThat(payment.path("status").textValue()).isEqualTo("CAPTURED");
        assertThat(payment.path("amount").toString()).isEqualTo("{\"amount\":\"25.00\",\"currency\":\"EUR\"}");
        assertThat(app.send(ada.get("/payments/" + payment.path("id").textValue()))
                        .expect(200)
                        .json())
                .isEqualTo(payment);
    }

    @Test
    void anOrderWhosePaymentIsDeclinedFailsAndItsBuyerIsTold() {
        String id = placed("tok_declined", "PAYMENT_FAILED");
        assertThat(payment(id).path("reason").textValue()).isEqualTo("card_declined");
        awaitNotification(id, "order_payment_failed");
    }

    @Test
    void anOrderWhoseProviderTimesOutAfterHavingChargedIsPaidOnce() {
        String id = placed("tok_timeout", "PAID");
        assertThat(World.database()
                        .column(
                                "SELECT c.charge_requests FROM payments_sandbox_charge c JOIN payments_payment p"
                                        + " ON p.id = c.key WHERE p.order_id::text = ?",
                                id))
                .containsExactly("1");
    }

    @Test
    void aPaidOrderThatIsCancelledIsRefundedAndItsBuyerIsTold() {
        String id = placed("tok_visa", "PAID");
        assertThat(cancel(ada, id).expect(200).at("/status")).isEqualTo("CANCELLED");
        Orders.await(app, ada, id, "REFUNDED");
        assertThat(payment(id).path("status").textValue()).isEqualTo("REFUNDED");
        awaitNotification(id, "order_refunded");
    }

    @Test
    void anOrderWithAFailedPaymentIsNotCancelled() {
        assertThat(cancel(ada, placed("tok_declined", "PAYMENT_FAILED")).problem())
                .isEqualTo("409 order_not_cancellable");
    }

    @Test
    void whoHasNotSeenTheLastChangeDoesNotCancel() {
        String id = placed("tok_visa", "PAID");
        Request request = ada.post("/orders/" + id + "/cancel", "").header("If-Match", "\"1\"");
        assertThat(app.send(request).problem()).isEqualTo("412 stale_version");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String id = placed("tok_visa", "PAID");
        String etag = app.send(ada.get("/orders/" + id)).header("etag").orElseThrow();
        app.send(ada.get("/orders/" + id).header("If-None-Match", etag)).expect(304);
        assertThat(etag).isEqualTo("\"2\"");
    }

    @Test
    void aRepeatedRequestPlacesOneOrder() {
        Request request = Orders.place("tok_visa")
                .bearer(ada.accessToken())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = app.send(request).expect(201);
        Answer second = app.send(request).expect(201);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.header("idempotency-replayed")).hasValue("true");
        assertThat(app.send(ada.get("/orders")).json().path("items")).hasSize(1);
    }

    @Test
    void ordersOfOthersAreNotThere() {
        String id = placed("tok_visa", "PAID");
        Account eve = Account.registered(app);
        assertThat(app.send(eve.get("/orders/" + id)).problem()).isEqualTo("404 order_not_found");
        assertThat(cancel(eve, id).problem()).isEqualTo("404 order_not_found");
        assertThat(app.send(eve.get("/orders")).expect(200).text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void paymentsOfOthersAreNotThere() {
        String id = placed("tok_visa", "PAID");
        Account eve = Account.registered(app);
        assertThat(app.send(eve.get("/payments?orderId=" + id)).expect(200).text())
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(app.send(eve.get("/payments/" + payment(id).path("id").textValue()))
                        .problem())
                .isEqualTo("404 payment_not_found");
    }

    @Test
    void administratorsSeeAndCancelOrdersOfOthers() {
        String id = placed("tok_visa", "PAID");
        Account admin = Account.administrator(app);
        assertThat(app.send(admin.get("/orders/" + id)).expect(200).at("/userId"))
                .isEqualTo(ada.id());
        assertThat(cancel(admin, id).expect(200).at("/status")).isEqualTo("CANCELLED");
    }

    @Test
    void ordersAreListedPageByPageNewestFirst() {
        String first = Orders.placed(app, ada, "tok_visa");
        String second = Orders.placed(app, ada, "tok_visa");
        Answer page = app.send(ada.get("/orders?limit=1")).expect(200);
        assertThat(page.at("/items/0/id")).isEqualTo(second);
        assertThat(app.send(ada.get("/orders?limit=1&cursor=" + page.at("/nextCursor")))
                        .at("/items/0/id"))
                .isEqualTo(first);
    }

    @Test
    void theDocumentsOfTheContractRun() {
        Answer placed = graphql("mutation { placeOrder(input: {items: [{sku: \"book\", quantity: 2, unitPrice:"
                + " {amount: \"12.5\", currency: \"EUR\"}}], paymentToken: \"tok_visa\"})"
                + " { id userId status items { sku quantity unitPrice { amount currency } } total { amount currency }"
                + " createdAt } }");
        String id = placed.at("/data/placeOrder/id");
        assertThat(placed.at("/data/placeOrder/total/amount")).isEqualTo("25.00");
        Orders.await(app, ada, id, "PAID");
        assertThat(graphql(("{ orders(limit: 1) { id items { sku } } order(id: \"%1$s\") { status }"
                                + " payments(orderId: \"%1$s\") { id orderId amount { amount currency } status"
                                + " providerReference reason } }")
                        .formatted(id)))
                .extracting(
                        answer -> answer.at("/data/orders/0/id"),
                        answer -> answer.at("/data/order/status"),
                        answer -> answer.at("/data/payments/0/status"))
                .containsExactly(id, "PAID", "CAPTURED");
        assertThat(graphql("mutation { cancelOrder(id: \"%s\") { status } }".formatted(id))
                        .at("/data/cancelOrder/status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void anOrderThatIsNotThereIsNullInADocument() {
        assertThat(graphql("{ order(id: \"0190a0a0-0000-7000-8000-00000000000f\") { id } }")
                        .text())
                .isEqualTo("{\"data\":{\"order\":null}}");
    }

    @Test
    void theTrailKnowsOrdersAndPaymentsButNoToken() {
        String token = "tok_" + UUID.randomUUID();
        String id = placed(token, "PAID");
        Account admin = Account.administrator(app);
        String payment = payment(id).path("id").textValue();
        assertThat(Polling.until(
                        LIMIT,
                        () -> app.send(admin.get("/audit?subject=" + id))
                                                .json()
                                                .path("items")
                                                .size()
                                        == 2
                                && app.send(admin.get("/audit?subject=" + payment))
                                        .text()
                                        .contains("payment.captured")))
                .isTrue();
        assertThat(World.database().tablesWith(token)).isEmpty();
        assertThat(app.output().toString()).doesNotContain(token);
    }
}
