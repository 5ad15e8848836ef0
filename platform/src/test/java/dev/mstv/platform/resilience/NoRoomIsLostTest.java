package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls at once that end in every way there is: never more than may be, and in the end as much room as before. */
@Timeout(60)
class NoRoomIsLostTest {

    private static final int MOST = 4;
    private static final int CALLERS = 16;
    private static final int CALLS = 60;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Calling calling = new Calling(
            "INBOUND_LIMIT",
            "8",
            "CB_TIMEOUT",
            "10",
            "CB_THRESHOLD",
            "3",
            "CB_RESET_TIMEOUT",
            "1",
            "RETRY_ATTEMPTS",
            "3");
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    private static final class Broken extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Call<String> random(RandomGenerator random) {
        int kind = random.nextInt(9);
        return limit -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                return switch (kind) {
                    case 0 -> throw new IOException("reset");
                    case 1 -> throw new IllegalStateException("bug");
                    case 2 -> throw new Broken();
                    case 3 -> Calling.refusing(ProblemKind.NOT_FOUND).run(limit);
                    case 4 -> Calling.refusing(ProblemKind.UNAVAILABLE).run(limit);
                    case 5 -> {
                        NEVER.await();
                        yield "never";
                    }
                    case 6 -> {
                        Thread.currentThread().interrupt();
                        NEVER.await(1, TimeUnit.MILLISECONDS);
                        yield "never";
                    }
                    default -> "yes";
                };
            } finally {
                running.decrementAndGet();
            }
        };
    }

    private void callOnAndOn(RandomGenerator random) {
        for (int i = 0; i < CALLS; i++) {
            Call<String> call = random(random);
            Duration time = Duration.ofMillis(random.nextInt(2, 40));
            try {
                String unused = Calling.within(
                        time,
                        () -> random.nextBoolean() ? calling.target.call(call) : calling.target.callIdempotent(call));
                answered.incrementAndGet();
            } catch (Refusal | IllegalStateException | Broken e) {
                calling.clock.pass(Duration.ofMillis(1));
            }
            boolean unused = Thread.interrupted();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverBecomesOfThem(long seed) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed * CALLERS + i);
            callers.add(Thread.ofVirtual().start(() -> callOnAndOn(random)));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        calling.close();

        assertThat(most).hasValueLessThanOrEqualTo(MOST);
        assertThat(answered).hasPositiveValue();
        assertThat(calling.view().running()).isZero();
    }
}
