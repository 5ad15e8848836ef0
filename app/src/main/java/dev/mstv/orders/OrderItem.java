package dev.mstv.orders;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * One line of an order.
 *
 * @param sku what is ordered: 1 to 64 letters, digits and {@code . _ -}
 * @param quantity from 1 to 1000
 * @param unitPrice of one of them; may be nothing
 */
@Introspected
public record OrderItem(
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
                message = "must be 1 to 64 letters, digits, dots, dashes and underscores")
        String sku,

        @Schema(minimum = "1", maximum = "1000") @NotNull @Min(1) @Max(1000)
        Integer quantity,

        @NotNull @Valid @NotTooPrecise Price unitPrice) {}
