package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.platform.problem.ProblemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether calls reach a target that did not answer the last ones. */
class CircuitTest {

    private static final int THRESHOLD = 3;
    private static final Duration RESET = Duration.ofSeconds(10);

    private final Calling calling = new Calling("CB_THRESHOLD", "3", "CB_RESET_TIMEOUT", "10s", "CB_TIMEOUT", "1m");

    @AfterEach
    void close() {
        calling.close();
    }

    private void open() {
        calling.fail(THRESHOLD);
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    private void halfOpen() {
        open();
        calling.clock.pass(RESET.plusMillis(1));
    }

    @Test
    void isClosedAtFirst() {
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void staysClosedUntilSoManyCallsHaveFailed() {
        calling.fail(THRESHOLD - 1);
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void opensWhenSoManyCallsHaveFailed() {
        calling.fail(THRESHOLD);
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void oneAnswerAmongFailuresKeepsItClosed() {
        calling.fail(THRESHOLD - 1);
        calling.target.call(Calling.ANSWERED);
        calling.fail(THRESHOLD - 1);
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void callsThatFailTogetherAreOneFailure() throws Exception {
        failTogether(4 * THRESHOLD);
        assertThat(calling.view().failedCalls()).isEqualTo(1);
    }

    @Test
    void callsThatFailAfterThoseThatFailedTogetherOpenIt() throws Exception {
        failTogether(4 * THRESHOLD);
        calling.fail(THRESHOLD - 1);
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    private void failTogether(int calls) throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(calls);
        CountDownLatch reset = new CountDownLatch(1);
        Thread[] callers = new Thread[calls];
        for (int i = 0; i < calls; i++) {
            callers[i] = Thread.ofVirtual()
                    .start(() -> calling.refused(limit -> {
                        underWay.countDown();
                        reset.await();
                        throw new IOException("connection reset");
                    }));
        }
        underWay.await();
        reset.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
    }

    @Test
    void theFailureIsToldAsAServiceThatIsNotThere() {
        assertThat(calling.refused(Calling.FAILING).code()).isEqualTo("service_unavailable");
    }

    @Test
    void anUncheckedFailureCountsAsWell() {
        for (int i = 0; i < THRESHOLD; i++) {
            calling.refused(limit -> {
                throw new UncheckedIOException(new IOException("reset"));
            });
        }
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void nothingIsCalledWhileItIsOpen() {
        open();
        AtomicInteger calls = new AtomicInteger();
        calling.refused(limit -> calls.incrementAndGet());
        assertThat(calls).hasValue(0);
    }

    @Test
    void whoIsRefusedIsToldWhenToComeBack() {
        open();
        calling.clock.pass(Duration.ofSeconds(4));
        assertThat(calling.refused(Calling.ANSWERED).retryAfter()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void isHalfOpenAfterAWhileThoughNobodyCalls() {
        halfOpen();
        assertThat(calling.state()).isEqualTo(CircuitState.HALF_OPEN);
    }

    @Test
    void aFewCallsTryWhileTheOthersAreRefused() throws Exception {
        halfOpen();
        CountDownLatch trying = new CountDownLatch(THRESHOLD);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread[] probes = new Thread[THRESHOLD];
        for (int i = 0; i < THRESHOLD; i++) {
            probes[i] = Thread.ofVirtual()
                    .start(() -> calling.target.call(limit -> {
                        trying.countDown();
                        goOn.await();
                        return "yes";
                    }));
        }
        assertThat(trying.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(calling.refused(Calling.ANSWERED).code()).isEqualTo("service_unavailable");
        goOn.countDown();
        for (Thread probe : probes) {
            probe.join();
        }
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void oneAnsweredTrialClosesIt() {
        halfOpen();
        calling.fail(THRESHOLD - 1);
        calling.target.call(Calling.ANSWERED);
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void failedTrialsOpenItAgain() {
        halfOpen();
        calling.fail(THRESHOLD);
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aTrialThatSaysNothingLeavesItsPlaceToAnother() {
        halfOpen();
        for (int i = 0; i < 2 * THRESHOLD; i++) {
            assertThatThrownBy(() -> calling.target.call(limit -> {
                        throw new IllegalStateException("a bug of the caller");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(calling.target.call(Calling.ANSWERED)).isEqualTo("yes");
    }

    @Test
    void aFailureOfBeforeItOpenedIsNoTrial() {
        calling.refused(limit -> {
            halfOpen();
            calling.target.call(Calling.ANSWERED);
            throw new IOException("late");
        });
        assertThat(calling.view().failedCalls()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNAVAILABLE")
    void whatTheTargetRefusesIsAnAnswer(ProblemKind kind) {
        for (int i = 0; i < THRESHOLD; i++) {
            calling.refused(Calling.refusing(kind));
        }
        assertThat(calling.view().failureRate()).isZero();
    }

    @Test
    void theCallerGetsTheTargetsOwnRefusal() {
        assertThat(calling.refused(Calling.refusing(ProblemKind.NOT_FOUND)).code())
                .isEqualTo("their_code");
    }

    @Test
    void aTargetThatIsUnavailableByItsOwnWordHasFailed() {
        for (int i = 0; i < THRESHOLD; i++) {
            assertThat(calling.refused(Calling.refusing(ProblemKind.UNAVAILABLE))
                            .code())
                    .isEqualTo("their_code");
        }
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void bugsOfTheCallerDoNotOpenIt() {
        for (int i = 0; i < THRESHOLD; i++) {
            assertThatThrownBy(() -> calling.target.call(limit -> {
                        throw new IllegalArgumentException("nonsense");
                    }))
                    .hasMessage("nonsense");
        }
        assertThat(calling.view().calls()).isZero();
    }

    @Test
    void otherTargetsAreCalledWhileOneIsNot() {
        open();
        assertThat(calling.outbound.to("elsewhere").call(Calling.ANSWERED)).isEqualTo("yes");
    }
}
