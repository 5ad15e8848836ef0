package dev.mstv.orders.domain;

import dev.mstv.orders.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money, from nothing upwards, with exactly as many decimals as its currency has. Nothing is ever rounded: what
 * has more decimals is refused, and multiples and sums have no more than what they are made of.
 */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(currency + " has no amounts");
        }
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount is not negative, was " + amount);
        }
        if (amount.scale() > decimals) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s has %d decimals, was %s", currency, decimals, amount));
        }
        amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /**
     * What is written down.
     *
     * @throws IllegalArgumentException if it is no amount of a currency
     */
    public static Money of(Price price) {
        return new Money(new BigDecimal(price.amount()), Currency.getInstance(price.currency()));
    }

    /** So many times. */
    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if the other is in another currency
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " have no sum");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** As it is written down. */
    public Price price() {
        return new Price(amount.toPlainString(), currency.getCurrencyCode());
    }
}
