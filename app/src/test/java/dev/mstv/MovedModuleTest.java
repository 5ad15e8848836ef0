package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.orders.OrderStatus;
import dev.mstv.payments.PaymentView;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetAllUsers;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two modules of a database that has data are given databases of their own, by their addresses and a restart alone. */
// Set before any test, which the checker does not know.
@SuppressWarnings("NullAway.Init")
class MovedModuleTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static ApplicationContext process;
    private static Shop shop;
    private static Caller.User ada;
    private static UUID order;
    private static PaymentView payment;
    private static List<String> events;

    @BeforeAll
    static void move() {
        String shared = RunningProcess.newDatabase();
        try (ApplicationContext before = RunningProcess.start(Map.of("DATABASE_URL", shared))) {
            Shop old = new Shop(before);
            ada = old.buyer();
            order = old.place(ada, "tok_visa");
            old.await(order, OrderStatus.PAID);
            old.awaitQuiet();
            payment = old.payment(order);
            events = events(old);
        }
        process = RunningProcess.start(Map.of(
                "DATABASE_URL", shared,
                "PAYMENTS_DATABASE_URL", RunningProcess.newDatabase(),
                "USERS_DATABASE_URL", RunningProcess.newDatabase()));
        shop = new Shop(process);
    }

    @AfterAll
    static void close() {
        process.close();
    }

    private static List<String> events(Shop shop) {
        return shop.of("payments").call(handle -> handle.createQuery(
                        "SELECT concat_ws(' ', position, event_id, hash) FROM payments_event" + " ORDER BY position")
                .mapTo(String.class)
                .list());
    }

    @Test
    void whatWasPaidIsPaid() {
        assertThat(shop.payment(order)).isEqualTo(payment);
    }

    @Test
    void everyEventIsThereAsItWas() {
        assertThat(events(shop)).startsWith(events.toArray(String[]::new));
    }

    @Test
    void whoWasThereIsInTheList() {
        GetAllUsers everyone = new GetAllUsers(null, null, 100, null);
        assertThat(Polling.until(LIMIT, () -> shop.system().ask(everyone).items().stream()
                        .anyMatch(user -> user.id().equals(ada.userId()))))
                .isTrue();
    }

    @Test
    void whoWasThereOrdersAndPays() {
        shop.await(shop.place(ada, "tok_visa"), OrderStatus.PAID);
    }
}
