package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The process is killed after its provider has charged somebody, and before it knows. */
class PaymentCrashTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DATABASE = "payment_crash";

    private static RunningApp app;
    private static Account account;
    private static String order;
    private static Sql database;

    @BeforeAll
    static void killBetweenTheChargeAndItsAnswer() {
        Launch launch = World.ownDatabase(DATABASE).with("PAYMENT_TIMEOUT", "3s");
        database = World.database(DATABASE);
        try (RunningApp killed = launch.start()) {
            account = Account.registered(killed);
            order = Orders.placed(killed, account, "tok_timeout");
            assertThat(Polling.until(LIMIT, () -> charges().equals("1"))).isTrue();
            killed.kill();
        }
        app = launch.start();
        Orders.await(app, account, order, "PAID");
    }

    @AfterAll
    static void end() {
        app.close();
    }

    private static String charges() {
        return database.one("SELECT count(*) FROM payments_sandbox_charge WHERE reference IS NOT NULL");
    }

    @Test
    void itsBuyerIsChargedOnce() {
        assertThat(charges()).isEqualTo("1");
        assertThat(database.one("SELECT charge_requests FROM payments_sandbox_charge"))
                .isEqualTo("1");
    }

    @Test
    void thatTheyAreIsToldOnce() {
        assertThat(database.column("SELECT type FROM payments_event")).containsExactly("payment.captured");
    }
}
