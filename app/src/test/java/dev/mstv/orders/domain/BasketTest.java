package dev.mstv.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mstv.orders.OrderItem;
import dev.mstv.orders.Placement.Reason;
import dev.mstv.orders.Price;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BasketTest {

    private static OrderItem item(int quantity, String amount, String currency) {
        return new OrderItem("book", quantity, new Price(amount, currency));
    }

    private static Basket of(OrderItem... items) {
        return Basket.of(List.of(items));
    }

    @Test
    void comesToWhatItsLinesComeTo() {
        assertThat(of(item(3, "0.10", "EUR"), item(2, "12.50", "EUR")).total().price())
                .isEqualTo(new Price("25.30", "EUR"));
    }

    @Test
    void mayHoldAGift() {
        assertThat(of(item(1, "0", "EUR"), item(1, "1", "EUR")).fault()).isEmpty();
    }

    @Test
    void isOfSomething() {
        assertThatIllegalArgumentException().isThrownBy(BasketTest::of);
    }

    @Test
    void isInOneCurrency() {
        assertThat(of(item(1, "1", "EUR"), item(1, "1", "JPY")).fault()).contains(Reason.MIXED_CURRENCIES);
    }

    @Test
    void isNotForNothing() {
        assertThat(of(item(1000, "0.00", "EUR")).fault()).contains(Reason.NOTHING_TO_PAY);
    }

    @Test
    void mayComeToJustBelowTheLimit() {
        OrderItem most = item(1000, "999999999.99", "EUR");
        assertThat(of(most).total().price()).isEqualTo(new Price("999999999990.00", "EUR"));
        assertThat(of(most, item(1, "9.99", "EUR")).fault()).isEmpty();
    }

    @Test
    void doesNotComeToTheLimit() {
        OrderItem most = item(1000, "999999999.99", "EUR");
        assertThat(of(most, item(1, "10.00", "EUR")).fault()).contains(Reason.TOTAL_TOO_HIGH);
    }

    @Test
    void canHoldAsManyOfTheDearestAsThereMayBe() {
        OrderItem most = item(1000, "999999999.9999", "CLF");
        assertThat(Basket.of(Stream.generate(() -> most).limit(100).toList())
                        .total()
                        .price())
                .isEqualTo(new Price("99999999999990.0000", "CLF"));
    }
}
