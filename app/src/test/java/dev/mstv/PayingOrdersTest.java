package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mstv.notifications.ListNotifications;
import dev.mstv.notifications.NotificationView;
import dev.mstv.orders.Cancellation;
import dev.mstv.orders.OrderStatus;
import dev.mstv.payments.Amount;
import dev.mstv.payments.FindPayment;
import dev.mstv.payments.FindPayments;
import dev.mstv.payments.PaymentStatus;
import dev.mstv.payments.PaymentView;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.UserDeletion;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the order to the notification, over the events of three modules, in the monolith on a real database. */
class PayingOrdersTest {

    private static final Shop SHOP = Shop.quiet();

    private final Caller.User ada = SHOP.buyer();
    private final Sender sender = new Sender(SHOP.process(), ada);

    private UUID paid() {
        return placed("tok_visa", OrderStatus.PAID);
    }

    private UUID placed(String token, OrderStatus status) {
        UUID order = SHOP.place(ada, token);
        SHOP.await(order, status);
        return order;
    }

    private void awaitNotification(UUID order, String template) {
        SHOP.await("Nobody was told", () -> sender.ask(new ListNotifications(100, null)).items().stream()
                .anyMatch(
                        told -> order.equals(told.orderId()) && told.template().equals(template)));
    }

    @Test
    void anOrderIsPaid() {
        assertThat(SHOP.events("orders", paid())).containsExactly("order.placed", "order.paid");
    }

    @Test
    void itsBuyerIsChargedWhatItComesTo() {
        UUID order = paid();
        assertThat(SHOP.payment(order))
                .extracting(PaymentView::amount, PaymentView::status, PaymentView::reason)
                .containsExactly(new Amount("25.00", "EUR"), PaymentStatus.CAPTURED, null);
        assertThat(SHOP.charge(order, "amount, currency, charge_requests, reversed"))
                .isEqualTo("25.0000 EUR 1 f");
    }

    @Test
    void aPaymentSaysWhatTheProviderCallsIt() {
        UUID order = paid();
        assertThat(SHOP.payment(order).providerReference())
                .isEqualTo("sandbox-" + SHOP.payment(order).id());
    }

    @Test
    void itsBuyerIsToldThatItIsPaid() {
        awaitNotification(paid(), "order_paid");
    }

    @ParameterizedTest
    @CsvSource({"tok_declined,card_declined", "not-a-token,invalid_token"})
    void anOrderThatIsNotPaidFails(String token, String reason) {
        UUID order = placed(token, OrderStatus.PAYMENT_FAILED);
        assertThat(SHOP.payment(order))
                .extracting(PaymentView::status, PaymentView::providerReference, PaymentView::reason)
                .containsExactly(PaymentStatus.DECLINED, null, reason);
    }

    @Test
    void itsBuyerIsToldThatItIsNotPaid() {
        awaitNotification(placed("tok_declined", OrderStatus.PAYMENT_FAILED), "order_payment_failed");
    }

    @Test
    void anOrderWhoseProviderDoesNotAnswerIsPaidOnce() {
        UUID order = placed("tok_timeout", OrderStatus.PAID);
        assertThat(SHOP.events("payments", SHOP.payment(order).id())).containsExactly("payment.captured");
        assertThat(SHOP.chargeRequests(order)).isEqualTo(1);
    }

    @Test
    void aPaidOrderThatIsCancelledIsRefunded() {
        UUID order = paid();
        assertThat(SHOP.cancel(ada, order)).isInstanceOf(Cancellation.Cancelled.class);
        SHOP.await(order, OrderStatus.REFUNDED);
        assertThat(SHOP.events("orders", order))
                .containsExactly("order.placed", "order.paid", "order.cancelled", "order.refunded");
        assertThat(SHOP.payment(order).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(SHOP.charge(order, "charge_requests, reversed")).isEqualTo("1 t");
    }

    @Test
    void itsBuyerIsToldThatItIsRefunded() {
        UUID order = paid();
        assertThat(SHOP.cancel(ada, order)).isInstanceOf(Cancellation.Cancelled.class);
        awaitNotification(order, "order_refunded");
    }

    @Test
    void anOrderWithAFailedPaymentIsNotCancelled() {
        UUID order = placed("tok_declined", OrderStatus.PAYMENT_FAILED);
        assertThat(SHOP.cancel(ada, order)).isEqualTo(new Cancellation.NotCancellable());
    }

    @Test
    void cancellingAgainChangesNothing() {
        UUID order = paid();
        assertThat(SHOP.cancel(ada, order)).isInstanceOf(Cancellation.Cancelled.class);
        SHOP.await(order, OrderStatus.REFUNDED);
        assertThat(SHOP.cancel(ada, order)).isEqualTo(new Cancellation.Cancelled(SHOP.order(order)));
    }

    @Test
    void anOrderOfSomebodyElseIsNotCancelled() {
        assertThat(SHOP.cancel(SHOP.buyer(), paid())).isEqualTo(new Cancellation.OrderMissing());
    }

    @Test
    void aPaymentIsShownToWhoIsCharged() {
        UUID order = paid();
        PaymentView payment = SHOP.payment(order);
        assertThat(sender.ask(new FindPayments(order))).containsExactly(payment);
        assertThat(sender.ask(new FindPayment(payment.id())))
                .hasValueSatisfying(shown -> assertThat(shown.value()).isEqualTo(payment));
    }

    @Test
    void aPaymentOfSomebodyElseIsNotThere() {
        UUID order = paid();
        Sender eve = new Sender(SHOP.process(), SHOP.buyer());
        assertThat(eve.ask(new FindPayments(order))).isEmpty();
        assertThat(eve.ask(new FindPayment(SHOP.payment(order).id()))).isEmpty();
    }

    @Test
    void whatHappensBecauseOfAnOrderBelongsToItsRequest() {
        UUID order = paid();
        List<String> requests = SHOP.of("payments").call(handle -> handle.createQuery(
                        "SELECT metadata::jsonb->>'requestId' FROM payments_event WHERE stream = :payment")
                .bind("payment", SHOP.payment(order).id())
                .mapTo(String.class)
                .list());
        assertThat(requests).containsExactly("request-1");
    }

    @Test
    void nothingIsKeptByWhichAnErasedBuyerCouldBeCharged() {
        UUID order = SHOP.place(ada, "tok_timeout");
        assertThat(SHOP.system().send(new DeleteUser(ada.userId(), null))).isInstanceOf(UserDeletion.Deleted.class);
        SHOP.awaitQuiet();
        assertThat(SHOP.count(
                        "payments",
                        "SELECT count(*) FROM payments_payment WHERE sealed_token IS NOT NULL" + " AND order_id = '"
                                + order + "'"))
                .isZero();
        assertThat(SHOP.count(
                        "orders",
                        "SELECT count(*) FROM orders_person_key WHERE data_key IS NOT NULL" + " AND person = '"
                                + ada.userId() + "'"))
                .isZero();
    }

    @Test
    void anErasedBuyersPaidOrderStaysInTheBooks() {
        UUID order = paid();
        assertThat(SHOP.system().send(new DeleteUser(ada.userId(), null))).isInstanceOf(UserDeletion.Deleted.class);
        SHOP.awaitQuiet();
        assertThat(SHOP.order(order).value().status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void aNotificationSaysWhichOrderItIsAbout() {
        UUID order = paid();
        awaitNotification(order, "order_paid");
        assertThat(sender.ask(new ListNotifications(100, null)).items())
                .filteredOn(told -> told.template().startsWith("order"))
                .extracting(NotificationView::orderId, NotificationView::subject)
                .containsExactly(tuple(order, "Your order is paid"));
    }
}
