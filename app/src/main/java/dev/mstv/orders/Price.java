package dev.mstv.orders;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Money as it is written down: exact, never a floating-point number.
 *
 * @param amount decimal, such as {@code 12.50}; what comes in is below 1,000,000,000 and has at most as many decimals as the
 *     currency, what goes out has exactly as many
 * @param currency ISO 4217 code, such as {@code EUR}
 */
@Introspected
public record Price(
        @Schema(example = "12.50")
        @NotNull
        @Pattern(regexp = AMOUNT, message = "must be a decimal such as 12.50, below 1000000000")
        String amount,

        @Schema(example = "EUR") @NotNull @KnownCurrency String currency) {

    /** What an amount that comes in looks like. */
    public static final String AMOUNT = "(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,4})?";
}
