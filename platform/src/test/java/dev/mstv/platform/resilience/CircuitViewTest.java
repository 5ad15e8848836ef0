package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a circuit. */
class CircuitViewTest {

    private final Calling calling = new Calling("CB_THRESHOLD", "4");

    @AfterEach
    void close() {
        calling.close();
    }

    private double gauge(String name) {
        return calling.meters.get(name).tag("target", Calling.NAME).gauge().value();
    }

    @Test
    void hasNoRateUntilThereAreCallsToDecideBy() {
        calling.fail(3);
        assertThat(calling.view().failureRate()).isNull();
    }

    @Test
    void tellsThePartThatFailed() {
        calling.fail(3);
        calling.target.call(Calling.ANSWERED);
        assertThat(calling.view().failureRate()).isEqualTo(75.0);
    }

    @Test
    void countsTheLastCalls() {
        calling.fail(1);
        for (int i = 0; i < 3; i++) {
            calling.target.call(Calling.ANSWERED);
        }
        assertThat(calling.view().calls()).isEqualTo(4);
        assertThat(calling.view().failedCalls()).isEqualTo(1);
    }

    @Test
    void countsWhatWasRefused() {
        calling.fail(4 + 3);
        assertThat(calling.view().rejected()).isEqualTo(3);
    }

    @Test
    void tellsSinceWhenItIsSo() {
        Instant begin = calling.clock.instant();
        calling.clock.pass(Duration.ofHours(1));
        calling.fail(4);
        calling.clock.pass(Duration.ofSeconds(1));
        assertThat(calling.view().lastChange()).isEqualTo(begin.plus(Duration.ofHours(1)));
    }

    @Test
    void anOpenCircuitIsAMetric() {
        calling.fail(4);
        assertThat(gauge("mstv.outbound.circuit.open")).isEqualTo(1);
    }

    @Test
    void aClosedCircuitIsAMetric() {
        assertThat(gauge("mstv.outbound.circuit.open")).isZero();
    }

    @Test
    void attemptsAreTimedByResult() {
        calling.fail(2);
        assertThat(calling.meters
                        .get("mstv.outbound.attempts")
                        .tag("result", "failed")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void refusedCallsAreCounted() {
        calling.fail(4 + 3);
        assertThat(calling.meters
                        .get("mstv.outbound.refused")
                        .tag("by", "circuit")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void healthIsDegradedByAnOpenCircuit() {
        calling.fail(4);
        assertThat(new OutboundChecks(calling.outbound).all().getFirst().state().figures())
                .containsEntry("open", List.of(Calling.NAME));
    }
}
