package dev.mstv.payments.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.payments.domain.Charge;
import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.payments.domain.Reversal;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox is a provider as the port wants one, and as the contract describes it. */
class SandboxPaymentProviderTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final Money AMOUNT = Money.of("12.50", "EUR");

    private final PaymentProvider sandbox = PROCESS.getBean(PaymentProvider.class);
    private final UUID key = UUID.randomUUID();
    private final Charge approved = new Charge.Approved("sandbox-" + key);

    private Charge charge(String token) {
        return sandbox.charge(key, AMOUNT, token);
    }

    private String entry(String columns) {
        return PROCESS.getBean(Databases.class).of("payments").call(handle -> handle.createQuery(
                        "SELECT concat_ws(' ', " + columns + ") FROM payments_sandbox_charge WHERE key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .one());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_", "tok_declined_not"})
    void approvesItsTokens(String token) {
        assertThat(charge(token)).isEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource({"tok_declined,card_declined", "4111111111111111,invalid_token", "TOK_visa,invalid_token"})
    void declinesOthers(String token, String reason) {
        assertThat(charge(token)).isEqualTo(new Charge.Declined(reason));
    }

    @Test
    void chargesWhatItIsTold() {
        assertThat(charge("tok_visa")).isEqualTo(approved);
        assertThat(entry("amount, currency, reference")).isEqualTo("12.5000 EUR sandbox-" + key);
    }

    @Test
    void chargesOnceForEachKey() {
        assertThat(charge("tok_visa")).isEqualTo(charge("tok_visa")).isEqualTo(approved);
        assertThat(entry("charge_requests, reference")).isEqualTo("2 sandbox-" + key);
    }

    @Test
    void staysWithWhatItSaidFirst() {
        assertThat(charge("tok_declined")).isEqualTo(new Charge.Declined("card_declined"));
        assertThat(charge("tok_visa")).isEqualTo(new Charge.Declined("card_declined"));
    }

    @Test
    void knowsNothingOfAKeyThatItHasNotSeen() {
        assertThat(sandbox.find(key)).isEmpty();
    }

    @Test
    void knowsWhatBecameOfACharge() {
        assertThat(charge("tok_declined")).isEqualTo(new Charge.Declined("card_declined"));
        assertThat(sandbox.find(key)).isEqualTo(Optional.of(new Charge.Declined("card_declined")));
    }

    @Test
    void givesBackWhatItHasCharged() {
        assertThat(charge("tok_visa")).isEqualTo(approved);
        assertThat(sandbox.reverse(key)).isEqualTo(new Reversal.Reversed("sandbox-" + key));
    }

    @Test
    void givesBackOnce() {
        assertThat(charge("tok_visa")).isEqualTo(approved);
        assertThat(sandbox.reverse(key)).isEqualTo(sandbox.reverse(key));
        assertThat(entry("reversed")).isEqualTo("t");
    }

    @Test
    void givesNothingBackWhereItHasChargedNothing() {
        assertThat(charge("tok_declined")).isEqualTo(new Charge.Declined("card_declined"));
        assertThat(sandbox.reverse(key)).isEqualTo(new Reversal.NothingCharged());
    }

    @Test
    void chargesNothingAfterAReversalThatCameFirst() {
        assertThat(sandbox.reverse(key)).isEqualTo(new Reversal.NothingCharged());
        assertThat(charge("tok_visa")).isEqualTo(new Charge.Declined("reversed"));
    }
}
