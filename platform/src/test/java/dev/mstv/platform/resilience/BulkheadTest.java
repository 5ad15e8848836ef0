package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A target that hangs holds up a part of the process. */
@Timeout(30)
class BulkheadTest {

    private static final int MOST = 4;

    private final Calling calling = new Calling("INBOUND_LIMIT", "8", "CB_TIMEOUT", "1m");
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Thread> callers = new ArrayList<>();

    @BeforeEach
    void occupy() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(MOST);
        for (int i = 0; i < MOST; i++) {
            callers.add(Thread.ofVirtual()
                    .start(() -> calling.target.call(limit -> {
                        running.countDown();
                        goOn.await();
                        return "yes";
                    })));
        }
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void close() throws InterruptedException {
        goOn.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        calling.close();
    }

    @Test
    void oneCallTooManyIsRefusedAtOnce() {
        assertThat(calling.refused(Calling.ANSWERED).code()).isEqualTo("service_unavailable");
    }

    @Test
    void oneCallTooManyIsNoFailureOfTheTarget() {
        calling.refused(Calling.ANSWERED);
        assertThat(calling.view().calls()).isZero();
    }

    @Test
    void otherTargetsHaveRoom() {
        assertThat(calling.outbound.to("elsewhere").call(Calling.ANSWERED)).isEqualTo("yes");
    }

    @Test
    void thereIsRoomAgainWhenOneEnds() throws InterruptedException {
        goOn.countDown();
        callers.getFirst().join();
        assertThat(calling.target.call(Calling.ANSWERED)).isEqualTo("yes");
    }

    @Test
    void tellsHowManyRun() {
        assertThat(calling.view().running()).isEqualTo(MOST);
    }

    @Test
    void refusedCallsAreCounted() {
        calling.refused(Calling.ANSWERED);
        assertThat(calling.meters
                        .get("mstv.outbound.refused")
                        .tag("by", "bulkhead")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
