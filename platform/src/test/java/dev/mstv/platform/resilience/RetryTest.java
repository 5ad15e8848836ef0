package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.platform.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that come to the same if they are made again are. */
class RetryTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private Calling calling = new Calling("RETRY_ATTEMPTS", "4", "CB_THRESHOLD", "1000");

    @AfterEach
    void close() {
        calling.close();
    }

    /** Fails so many times, then is answered. */
    private Call<String> failing(int times) {
        return limit -> {
            if (attempts.incrementAndGet() <= times) {
                throw new IOException("reset");
            }
            return "yes";
        };
    }

    private void with(String... variables) {
        calling.close();
        calling = new Calling(variables);
    }

    @Test
    void anIdempotentCallIsMadeAgain() {
        assertThat(calling.target.callIdempotent(failing(3))).isEqualTo("yes");
    }

    @Test
    void notMoreOftenThanIsAllowed() {
        assertThat(Calling.problem(() -> calling.target.callIdempotent(failing(1000)))
                        .code())
                .isEqualTo("service_unavailable");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void anotherCallIsMadeOnce() {
        calling.refused(failing(1000));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void oneAttemptIsNoRepetition() {
        with("RETRY_ATTEMPTS", "1");
        Calling.problem(() -> calling.target.callIdempotent(failing(1000)));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatTheTargetRefusesIsNotAskedAgain() {
        Calling.problem(() -> calling.target.callIdempotent(limit -> {
            attempts.incrementAndGet();
            return Calling.refusing(ProblemKind.CONFLICT).run(limit);
        }));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatTheTargetCannotDoNowIsAskedAgain() {
        Calling.problem(() -> calling.target.callIdempotent(limit -> {
            attempts.incrementAndGet();
            return Calling.refusing(ProblemKind.UNAVAILABLE).run(limit);
        }));
        assertThat(attempts).hasValue(4);
    }

    @Test
    void aBugIsNotRepeated() {
        assertThatThrownBy(() -> calling.target.callIdempotent(limit -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void anOpenCircuitEndsIt() {
        with("RETRY_ATTEMPTS", "4", "CB_THRESHOLD", "2");
        Calling.problem(() -> calling.target.callIdempotent(failing(1000)));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void nobodyWaitsForAPauseThatIsLongerThanTheTimeLeft() {
        with("RETRY_ATTEMPTS", "4", "RETRY_DELAY", "1h", "RETRY_MAX_DELAY", "1h");
        Calling.within(
                Duration.ofSeconds(20), () -> Calling.problem(() -> calling.target.callIdempotent(failing(1000))));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void anInterruptEndsThePause() {
        with("RETRY_ATTEMPTS", "4", "RETRY_DELAY", "1h", "RETRY_MAX_DELAY", "1h");
        Thread caller = Thread.currentThread();
        Calling.problem(() -> calling.target.callIdempotent(limit -> {
            attempts.incrementAndGet();
            Thread.ofVirtual().start(caller::interrupt);
            throw new IOException("reset");
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void theEndOfTheProcessEndsThePause() {
        with("RETRY_ATTEMPTS", "4", "RETRY_DELAY", "1h", "RETRY_MAX_DELAY", "1h");
        Calling.problem(() -> calling.target.callIdempotent(limit -> {
            attempts.incrementAndGet();
            Thread.ofVirtual().start(calling.outbound::close);
            throw new IOException("reset");
        }));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void anOutageIsMetWithATenthMoreCallsAndAFewAtItsBegin() {
        for (int i = 0; i < 200; i++) {
            Calling.problem(() -> calling.target.callIdempotent(failing(Integer.MAX_VALUE)));
        }
        assertThat(attempts.get()).isBetween(200 + 20, 200 + 30);
    }

    @Test
    void repetitionsAreCounted() {
        calling.target.callIdempotent(failing(2));
        assertThat(calling.meters.get("mstv.outbound.retries").counter().count())
                .isEqualTo(2);
    }
}
