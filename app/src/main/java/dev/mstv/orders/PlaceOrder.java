package dev.mstv.orders;

import dev.mstv.platform.bus.Command;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Orders something for the caller, who is to pay for it.
 *
 * @param items 1 to 100 lines, all in one currency
 * @param paymentToken by what the payment provider knows the caller's means of payment; a secret
 */
@UseCase(value = "orders.place_order", action = "create", subject = "Order")
public record PlaceOrder(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid OrderItem> items,

        @NotNull @Pattern(regexp = "[!-~]{1,255}", message = "must be 1 to 255 visible characters")
        String paymentToken)
        implements Command<Placement> {

    @Override
    public String toString() {
        return "PlaceOrder[" + items + ", …]";
    }
}
