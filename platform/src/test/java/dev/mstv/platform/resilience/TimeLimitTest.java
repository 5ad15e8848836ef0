package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No call takes longer than it may, and nobody else is disturbed by that. */
@Timeout(30)
class TimeLimitTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Call<String> HANGING = limit -> {
        NEVER.await();
        return "never";
    };

    private final Calling calling = new Calling("CB_TIMEOUT", "100", "CB_THRESHOLD", "2", "RETRY_ATTEMPTS", "1");

    @AfterEach
    void close() {
        calling.close();
    }

    /** What work comes to on a virtual thread, such as serves requests. */
    private static <T> T served(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread).join();
    }

    @Test
    void aCallThatHangsIsEnded() {
        assertThat(served(() -> calling.refused(HANGING)).code()).isEqualTo("service_unavailable");
    }

    @Test
    void itsEndLeavesNoInterrupt() {
        assertThat(served(() -> {
                    calling.refused(HANGING);
                    return Thread.currentThread().isInterrupted();
                }))
                .isFalse();
    }

    @Test
    void callsThatHangOpenTheCircuit() {
        served(() -> calling.refused(HANGING));
        served(() -> calling.refused(HANGING));
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void theCallIsToldHowLongItMayTake() {
        assertThat(calling.target.call(Calling.TELLING_THE_LIMIT)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aCallThatMustNotBeMadeTwiceMayBeWaitedForAsLongAsItsCallerWaits() {
        assertThat(calling.target.callPatiently(Calling.TELLING_THE_LIMIT)).isEqualTo(CallContext.DEFAULT_PATIENCE);
    }

    @Test
    void aTargetMayHaveALimitOfItsOwn() {
        Target patient = calling.outbound.to("patient", Duration.ofMinutes(1));
        assertThat(patient.call(Calling.TELLING_THE_LIMIT)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aCallThatPassesOverAnInterruptIsInterruptedAgain() {
        assertThat(served(() -> calling.refused(limit -> {
                            try {
                                NEVER.await();
                            } catch (InterruptedException e) {
                                NEVER.await();
                            }
                            return "never";
                        }))
                        .code())
                .isEqualTo("service_unavailable");
    }

    @Test
    void anExceptionThatALibraryMakesOfTheInterruptIsATimeOut() {
        Call<String> wrapping = limit -> {
            try {
                NEVER.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("cancelled", e);
            }
            return "never";
        };
        served(() -> calling.refused(wrapping));
        served(() -> calling.refused(wrapping));
        assertThat(calling.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void anAnswerThatComesAtTheLastMomentIsOne() {
        String answer = served(() -> calling.target.call(limit -> {
            try {
                NEVER.await();
            } catch (InterruptedException e) {
                return "just so";
            }
            return "never";
        }));
        assertThat(answer).isEqualTo("just so");
    }

    @Test
    void whoIsInterruptedDoesNotWaitOnAndStaysInterrupted() throws Exception {
        Target patient = calling.outbound.to("patient", Duration.ofMinutes(1));
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            Throwable unused = catchThrowable(() -> patient.call(limit -> {
                waiting.countDown();
                NEVER.await();
                return "never";
            }));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        waiting.await();
        caller.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(calling.outbound.circuit("patient").orElseThrow().calls()).isZero();
    }

    @Test
    void whoIsInterruptedAlreadyBlamesNobody() {
        Thread.currentThread().interrupt();
        calling.refused(HANGING);
        calling.refused(HANGING);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aCallWithinACallEndsWithTheOuterOne() {
        Target inner = calling.outbound.to("inner", Duration.ofMinutes(1));
        served(() -> calling.refused(limit -> inner.call(HANGING)));
        assertThat(calling.view().failedCalls()).isEqualTo(1);
        assertThat(calling.outbound.circuit("inner").orElseThrow().calls()).isZero();
    }

    @Test
    void theOuterCallGoesOnWhenAnInnerOneTookTooLong() {
        Target outer = calling.outbound.to("outer", Duration.ofMinutes(1));
        String told = served(() -> outer.call(limit -> calling.refused(HANGING).code()));
        assertThat(told).isEqualTo("service_unavailable");
    }

    @Test
    void theCallerHasNoMoreTimeThanIsLeft() {
        Target patient = calling.outbound.to("patient", Duration.ofMinutes(1));
        Duration limit = Calling.within(Duration.ofSeconds(20), () -> patient.call(Calling.TELLING_THE_LIMIT));
        assertThat(limit).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whoseOwnTimeIsOverIsToldSo() {
        assertThat(served(() -> Calling.within(Duration.ofMillis(20), () -> calling.refused(HANGING)))
                        .code())
                .isEqualTo("deadline_exceeded");
    }

    @Test
    void callersInAHurryDoNotOpenTheCircuit() {
        for (int i = 0; i < 5; i++) {
            served(() -> Calling.within(Duration.ofMillis(5), () -> calling.refused(HANGING)));
        }
        assertThat(calling.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aFailureForWantOfTimeIsTheCallersToo() {
        assertThat(Calling.within(
                                Duration.ofMillis(20),
                                () -> calling.refused(limit -> {
                                    NEVER.await(limit.toNanos(), TimeUnit.NANOSECONDS);
                                    throw new IOException("timed out by itself");
                                }))
                        .code())
                .isEqualTo("deadline_exceeded");
    }

    @Test
    void whoHasNoTimeLeftCallsNobody() {
        assertThat(Calling.within(Duration.ofNanos(-1), () -> calling.refused(Calling.ANSWERED))
                        .kind())
                .isEqualTo(ProblemKind.TOO_LATE);
    }
}
