package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.orders.OrderStatus;
import dev.mstv.platform.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes share the work, one of them stops in the midst of it, and everybody is charged once. */
class TwoNodesPayTest {

    private static final int ORDERS = 24;

    private static final List<UUID> PLACED = new ArrayList<>();
    private static Shop first;

    @BeforeAll
    static void placeOrdersAndStopANode() {
        Map<String, String> shared = Map.of("DATABASE_URL", RunningProcess.newDatabase());
        first = new Shop(RunningProcess.start(shared));
        Shop second = new Shop(RunningProcess.start(shared));
        Caller.User ada = first.buyer();
        IntStream.range(0, ORDERS)
                .forEach(number -> PLACED.add(
                        (number % 2 == 0 ? first : second).place(ada, number % 6 == 0 ? "tok_timeout" : "tok_visa")));
        second.process().close();
        PLACED.forEach(order -> first.await(order, OrderStatus.PAID));
    }

    @AfterAll
    static void end() {
        first.process().close();
    }

    @Test
    void everyOrderIsPaidOnce() {
        assertThat(PLACED).allSatisfy(order -> assertThat(first.events("orders", order))
                .containsExactly("order.placed", "order.paid"));
    }

    @Test
    void everyPaymentIsCapturedOnce() {
        assertThat(PLACED).allSatisfy(order -> assertThat(
                        first.events("payments", first.payment(order).id()))
                .containsExactly("payment.captured"));
    }

    @Test
    void theProviderHasChargedEachOrderOnce() {
        assertThat(first.count("payments", "SELECT count(*) FROM payments_sandbox_charge WHERE reference IS NOT NULL"))
                .isEqualTo(ORDERS);
        assertThat(first.count("payments", "SELECT count(*) FROM payments_payment"))
                .isEqualTo(ORDERS);
    }
}
