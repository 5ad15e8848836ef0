package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets, and what they are set to. */
class OutboundTest {

    private final Calling calling = new Calling("CB_THRESHOLD", "2");

    @AfterEach
    void close() {
        calling.close();
    }

    @Test
    void aNameIsOneTarget() {
        assertThat(calling.outbound.to(Calling.NAME)).isSameAs(calling.target);
    }

    @Test
    void aNameHasOneLimit() {
        assertThatThrownBy(() -> calling.outbound.to(Calling.NAME, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Users", "a b", "-a", "a/b", "ü"})
    void aTargetHasAPlainName(String name) {
        assertThatThrownBy(() -> calling.outbound.to(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThatComeWithRequestsAreNoticed() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        calling.outbound.to("tenant-" + i);
                    }
                })
                .hasMessage("More than 100 targets");
    }

    @Test
    void circuitsAreListedByName() {
        calling.outbound.to("users");
        calling.outbound.to("auth");
        assertThat(calling.outbound.circuits())
                .extracting(CircuitView::name)
                .containsExactly("auth", "users", Calling.NAME);
    }

    @Test
    void whatNobodyCallsHasNoCircuit() {
        assertThat(calling.outbound.circuit("nobody")).isEmpty();
    }

    @Test
    void aSwitchedOffCircuitBreakerLetsEverythingThrough() {
        calling.outbound.apply(calling.changed("ENABLE_CIRCUIT_BREAKER", "false"));
        calling.fail(10);
        assertThat(calling.target.call(Calling.ANSWERED)).isEqualTo("yes");
    }

    @Test
    void aSwitchedOffCircuitBreakerSaysSo() {
        calling.outbound.apply(calling.changed("ENABLE_CIRCUIT_BREAKER", "false"));
        assertThat(calling.state()).isEqualTo(CircuitState.DISABLED);
    }

    @Test
    void aSwitchedOffCircuitBreakerLeavesTheTimeLimitOn() {
        calling.outbound.apply(calling.changed("ENABLE_CIRCUIT_BREAKER", "false", "CB_TIMEOUT", "7"));
        assertThat(calling.target.call(Calling.TELLING_THE_LIMIT)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void anotherThresholdHoldsAtOnce() {
        calling.outbound.apply(calling.changed("CB_THRESHOLD", "1"));
        calling.fail(1);
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void otherSettingsHoldForTargetsThatAreNewAsWell() {
        calling.outbound.apply(calling.changed("CB_TIMEOUT", "7"));
        assertThat(calling.outbound.to("new").call(Calling.TELLING_THE_LIMIT)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void moreAttemptsHoldAtOnce() {
        calling.outbound.apply(calling.changed("RETRY_ATTEMPTS", "2", "CB_THRESHOLD", "100"));
        AtomicInteger attempts = new AtomicInteger();
        Calling.problem(() -> calling.target.callIdempotent(limit -> {
            attempts.incrementAndGet();
            return Calling.FAILING.run(limit);
        }));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void theSameSettingsLeaveAnOpenCircuitOpen() {
        calling.fail(2);
        calling.outbound.apply(calling.changed());
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }
}
