package dev.mstv.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.orders.OrderEvent;
import dev.mstv.orders.OrderItem;
import dev.mstv.orders.OrderPaid;
import dev.mstv.orders.OrderPlaced;
import dev.mstv.orders.OrderStatus;
import dev.mstv.orders.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID BUYER = new UUID(2, 2);
    private static final OrderItem BOOK = new OrderItem("book", 2, new Price("12.50", "EUR"));
    private static final Order PLACED =
            Order.placed(ID, BUYER, Basket.of(List.of(BOOK)), "sealed", Instant.parse("2026-01-02T03:04:05Z"));

    /** What can be told of an order. */
    enum News {
        DECLINED(OrderStatus.PAYMENT_FAILED),
        CAPTURED(OrderStatus.PAID),
        CANCELLED(OrderStatus.CANCELLED),
        REFUNDED(OrderStatus.REFUNDED);

        private final OrderStatus status;

        News(OrderStatus status) {
            this.status = status;
        }

        Order tell(Order order) {
            return switch (this) {
                case DECLINED -> order.paymentFailed();
                case CAPTURED -> order.paid();
                case CANCELLED -> order.cancelled();
                case REFUNDED -> order.refunded();
            };
        }
    }

    /** Every choice of what is told, in every order, each piece up to twice. */
    static Stream<List<News>> tellings() {
        List<List<News>> all = new ArrayList<>();
        continued(List.of(), all);
        return all.stream();
    }

    private static void continued(List<News> told, List<List<News>> all) {
        all.add(told);
        for (News next : News.values()) {
            if (told.stream().filter(next::equals).count() < 2 && told.size() < 6) {
                continued(Stream.concat(told.stream(), Stream.of(next)).toList(), all);
            }
        }
    }

    private static Order after(List<News> told) {
        Order order = PLACED;
        for (News news : told) {
            order = news.tell(order);
        }
        return order;
    }

    @Test
    void tellsWhatWasOrderedAndHowItIsPaid() {
        assertThat(PLACED.changes())
                .containsExactly(new OrderPlaced(
                        ID, BUYER, OrderStatus.PENDING, new Price("25.00", "EUR"), List.of(BOOK), "sealed"));
    }

    @Test
    void tellsWhatItCostsWhenItIsPaid() {
        assertThat(PLACED.paid().changes())
                .endsWith(new OrderPaid(ID, BUYER, OrderStatus.PAID, new Price("25.00", "EUR")));
    }

    @Test
    void doesNotTellByWhatItIsPaidWhenItIsPrinted() {
        assertThat(PLACED.toString()).doesNotContain("sealed");
    }

    @Test
    void endsTheSameHoweverItIsTold() {
        assertThat(tellings()).allSatisfy(told -> assertThat(after(told).status())
                .isEqualTo(told.stream()
                        .map(news -> news.status)
                        .max(OrderStatus::compareTo)
                        .orElse(OrderStatus.PENDING)));
    }

    @Test
    void tellsOfNothingTwice() {
        assertThat(tellings()).allSatisfy(told -> assertThat(after(told).changes())
                .extracting(OrderEvent::status)
                .doesNotHaveDuplicates()
                .isSorted());
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameWhenItIsToldAgain(News news) {
        Order once = news.tell(PLACED);
        assertThat(news.tell(once)).isSameAs(once);
    }

    @Test
    void cannotBeCancelledOnceItsPaymentHasFailed() {
        assertThat(PLACED.paymentFailed().cancellable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cancellable")
    void canBeCancelled(Order order) {
        assertThat(order.cancellable()).isTrue();
    }

    static Stream<Order> cancellable() {
        return Stream.of(PLACED, PLACED.paid(), PLACED.cancelled(), PLACED.refunded());
    }
}
