package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.observability.HealthState;
import dev.mstv.platform.observability.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** So many requests are served at once and no more. */
class InboundGuardTest {

    private static final int LIMIT = 3;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final InboundGuard guard =
            new InboundGuard(Settings.read(new Variables(Map.of("INBOUND_LIMIT", "3")), 0), meters);

    private List<Permit> full() {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            permits.add(guard.enter(Lane.WORK).orElseThrow());
        }
        return permits;
    }

    private HealthState health() {
        return new InboundChecks(guard).all().getFirst().state();
    }

    private double running() {
        return meters.get("mstv.inbound.running").tag("lane", "work").gauge().value();
    }

    @Test
    void letsSoManyIn() {
        assertThat(full()).hasSize(LIMIT);
    }

    @Test
    void refusesOneMore() {
        full();
        assertThat(guard.enter(Lane.WORK)).isEmpty();
    }

    @Test
    void refusesWhatIsStillToCome() {
        full();
        assertThat(guard.refuses(Lane.WORK)).isTrue();
    }

    @Test
    void waitsForWhatIsStillToCome() {
        assertThat(guard.refuses(Lane.WORK)).isFalse();
    }

    @Test
    void letsOperatorsInWhereWorkIsRefused() {
        full();
        assertThat(guard.enter(Lane.OPERATIONS)).isPresent();
    }

    @Test
    void anEndMakesRoom() {
        full().getFirst().close();
        assertThat(guard.enter(Lane.WORK)).isPresent();
    }

    @Test
    void anEndThatIsToldTwiceMakesRoomForOne() {
        Permit permit = full().getFirst();
        permit.close();
        permit.close();
        assertThat(running()).isEqualTo(LIMIT - 1);
    }

    @Test
    void aLowerLimitHoldsAtOnce() {
        List<Permit> permits = full();
        guard.apply(2);
        permits.getFirst().close();
        assertThat(guard.enter(Lane.WORK)).isEmpty();
    }

    @Test
    void aHigherLimitHoldsAtOnce() {
        full();
        guard.apply(LIMIT + 1);
        assertThat(guard.enter(Lane.WORK)).isPresent();
    }

    @Test
    void countsWhatItRefuses() {
        full();
        Optional<Permit> unused = guard.enter(Lane.WORK);
        assertThat(meters.get("mstv.inbound.shed").tag("lane", "work").counter().count())
                .isEqualTo(1);
    }

    @Test
    void whoIsRefusedIsToldToComeBack() {
        assertThat(InboundGuard.overloaded().retryAfter()).isPositive();
    }

    @Test
    void healthIsUpWhileThereIsRoom() {
        assertThat(health().status()).isEqualTo(Status.UP);
    }

    @Test
    void healthIsDegradedByWhatWasRefused() {
        full();
        Optional<Permit> unused = guard.enter(Lane.WORK);
        assertThat(health().status()).isEqualTo(Status.DEGRADED);
    }

    @Test
    void manyAtOnceAreNeverMoreAndLeaveNothing() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int turn = 0; turn < 20_000; turn++) {
                    guard.enter(Lane.WORK).ifPresent(permit -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                        permit.close();
                    });
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValueLessThanOrEqualTo(LIMIT);
        assertThat(running()).isZero();
    }
}
