package dev.mstv.payments;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Money as it is written down: exact, never a floating-point number.
 *
 * @param amount decimal with as many decimals as the currency has, such as {@code 12.50}
 * @param currency ISO 4217 code, such as {@code EUR}
 */
@Introspected
public record Amount(
        @Schema(example = "12.50") String amount,
        @Schema(example = "EUR") String currency) {}
