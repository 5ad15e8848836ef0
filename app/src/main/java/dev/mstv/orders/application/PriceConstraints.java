package dev.mstv.orders.application;

import dev.mstv.orders.KnownCurrency;
import dev.mstv.orders.NotTooPrecise;
import dev.mstv.orders.Price;
import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges prices that somebody has written down. What has another fault already is not found too precise as well. */
@Factory
final class PriceConstraints {

    private static final Pattern AMOUNT = Pattern.compile(Price.AMOUNT);

    private final Map<String, Currency> currencies = currencies(Currency.getAvailableCurrencies());

    @Singleton
    ConstraintValidator<KnownCurrency, String> knownCurrency() {
        return (code, annotation, context) -> code == null || currencies.containsKey(code);
    }

    @Singleton
    ConstraintValidator<NotTooPrecise, Price> notTooPrecise() {
        return (price, annotation, context) -> price == null || !tooPrecise(price);
    }

    private boolean tooPrecise(Price price) {
        if (price.amount() == null || !AMOUNT.matcher(price.amount()).matches() || price.currency() == null) {
            return false;
        }
        Currency currency = currencies.get(price.currency());
        return currency != null && new BigDecimal(price.amount()).scale() > currency.getDefaultFractionDigits();
    }

    // Gold and the like have no smallest amount.
    private static Map<String, Currency> currencies(Set<Currency> all) {
        return all.stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));
    }
}
