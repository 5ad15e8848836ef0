package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.orders.Cancellation;
import dev.mstv.orders.OrderStatus;
import dev.mstv.payments.PaymentStatus;
import dev.mstv.platform.security.Caller;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders are cancelled while they are being paid: nobody pays for what they have cancelled. */
class CancellingOrdersTest {

    private static final Shop SHOP = Shop.quiet();

    private final Caller.User ada = SHOP.buyer();

    private static void assertNobodyPays(UUID order) {
        SHOP.await("Order and payment differ: " + order, () -> {
            OrderStatus status = SHOP.order(order).value().status();
            PaymentStatus payment = SHOP.payment(order).status();
            return (status == OrderStatus.CANCELLED && payment == PaymentStatus.DECLINED)
                    || (status == OrderStatus.REFUNDED && payment == PaymentStatus.REFUNDED);
        });
        assertThat(SHOP.charge(order, "reference IS NULL OR reversed")).isNotEqualTo("f");
    }

    private UUID cancelledAtOnce(String token) {
        UUID order = SHOP.place(ada, token);
        assertThat(SHOP.cancel(ada, order)).isInstanceOf(Cancellation.Cancelled.class);
        SHOP.awaitQuiet();
        return order;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_visa", "tok_visa", "tok_timeout"})
    void nobodyPaysForWhatIsCancelledAtOnce(String token) {
        assertNobodyPays(cancelledAtOnce(token));
    }

    @Test
    void nobodyPaysForWhatIsCancelledWhileTheProviderIsSilent() {
        UUID order = SHOP.place(ada, "tok_timeout");
        SHOP.await("Not charged", () -> !SHOP.charge(order, "reference").isEmpty());
        assertThat(SHOP.cancel(ada, order)).isInstanceOf(Cancellation.Cancelled.class);
        SHOP.await(order, OrderStatus.REFUNDED);
        assertNobodyPays(order);
    }
}
