package dev.mstv.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mstv.orders.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static Money money(String amount, String currency) {
        return Money.of(new Price(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"12.5,EUR,12.50", "12,EUR,12.00", "100,JPY,100", "1.5,KWD,1.500", "0.0001,CLF,0.0001", "0,EUR,0.00"})
    void hasAsManyDecimalsAsItsCurrency(String written, String currency, String amount) {
        assertThat(money(written, currency).price()).isEqualTo(new Price(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"12.505,EUR", "100.0,JPY", "1.0005,KWD", "-0.01,EUR", "1,XAU", "1,XXX", "1,EURO", "one,EUR"})
    void refusesWhatIsNoAmountOfItsCurrency(String written, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> money(written, currency));
    }

    @ParameterizedTest
    @CsvSource({"0.10,3,EUR,0.30", "19.99,7,EUR,139.93", "333,3,JPY,999", "0.005,1000,KWD,5.000"})
    void isMultipliedExactly(String unit, int factor, String currency, String product) {
        assertThat(money(unit, currency).times(factor)).isEqualTo(money(product, currency));
    }

    @Test
    void isAddedExactly() {
        assertThat(money("0.10", "EUR").plus(money("0.20", "EUR"))).isEqualTo(money("0.30", "EUR"));
    }

    @Test
    void hasNoSumWithAnotherCurrency() {
        Money euro = money("1", "EUR");
        Money yen = money("1", "JPY");
        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(yen));
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        assertThat(money("1.5", "EUR")).isEqualTo(money("1.50", "EUR"));
    }
}
