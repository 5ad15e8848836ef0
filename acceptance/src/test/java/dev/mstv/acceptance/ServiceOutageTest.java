package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One of five services behind a gateway is killed, and after a while it is back. */
// Set before any test, which the checker does not know.
@SuppressWarnings("NullAway.Init")
class ServiceOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static Deployment deployment;
    private static Account ada;
    private static Answer away;
    private static Answer another;
    private static Answer circuit;
    private static Answer refused;
    private static String order;

    @BeforeAll
    static void killAndHeal() {
        deployment = new Deployment(Shape.SPLIT, World.ownDatabase("outage").with("CB_RESET_TIMEOUT", "1s"));
        ada = Account.registered(deployment.front());
        deployment.node("payments").kill();
        away = payments();
        another = deployment.front().send(ada.get(ada.path()));
        order = Orders.placed(deployment.front(), ada, "tok_visa");
        circuit = openCircuit();
        refused = payments();
        deployment.node("payments").restart();
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    private static Answer payments() {
        return deployment.front().send(ada.get("/payments?orderId=" + UUID.randomUUID()));
    }

    /** What is said of the circuit to the killed service, once enough calls have failed. */
    private static Answer openCircuit() {
        Account admin = Account.administrator(deployment.front());
        Polling.until(LIMIT, () -> payments().status() == 503 && state(admin).equals("open"));
        return deployment.front().send(admin.get("/health/circuit/payments"));
    }

    private static String state(Account admin) {
        return deployment
                .front()
                .send(admin.get("/health/circuit/payments"))
                .expect(200)
                .at("/state");
    }

    @Test
    void whoNeedsItIsToldThatItIsAway() {
        assertThat(away.problem()).isEqualTo("503 service_unavailable");
        assertThat(away.header("retry-after")).isPresent();
    }

    @Test
    void theOthersWork() {
        another.expect(200);
    }

    @Test
    void itsCircuitOpens() {
        assertThat(circuit.at("/state")).isEqualTo("open");
    }

    @Test
    void whileItIsOpenTheAnswerIsTheSame() {
        assertThat(refused.problem()).isEqualTo("503 service_unavailable");
        assertThat(refused.header("retry-after")).isPresent();
    }

    @Test
    void onceItIsBackItIsAskedAgain() {
        assertThat(Polling.until(LIMIT, () -> payments().status() == 200)).isTrue();
    }

    @Test
    void whatWasOrderedMeanwhileIsPaid() {
        Orders.await(deployment.front(), ada, order, "PAID");
    }
}
