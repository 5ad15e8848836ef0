package dev.mstv.payments.domain;

import dev.mstv.payments.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount of money, more than nothing, with exactly as many decimals as its currency has. Nothing is ever rounded. */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("There is nothing to charge for " + amount);
        }
        if (amount.scale() > currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(currency + " has fewer decimals than " + amount);
        }
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    /**
     * What is written down.
     *
     * @throws IllegalArgumentException if it is no amount of a currency, or nothing
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** As it is written down. */
    public Amount written() {
        return new Amount(amount.toPlainString(), currency.getCurrencyCode());
    }
}
