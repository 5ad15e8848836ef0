package dev.mstv.platform.consul;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.option.QueryOptions;

/** What is asked next depends on what was answered. */
class WatchTest {

    private static final int LIMIT = 10;

    /** What a fake Consul answers; no value at all means that it fails. */
    private record FakeAnswer(@Nullable String value, long index) {}

    private final BlockingQueue<QueryOptions> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<FakeAnswer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer<String>> received = new LinkedBlockingQueue<>();
    private Watch<String> watch;

    @BeforeEach
    void begin() {
        watch = new Watch<>("a test", this::answer, received::add);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private ConsulResponse<String> answer(QueryOptions options) {
        asked.add(options);
        try {
            FakeAnswer answer = answers.take();
            if (answer.value() == null) {
                throw new ConsulException("away");
            }
            return new ConsulResponse<>(answer.value(), 0, true, BigInteger.valueOf(answer.index()), Optional.empty());
        } catch (InterruptedException e) {
            throw new ConsulException(e);
        }
    }

    private void answers(String value, long index) {
        answers.add(new FakeAnswer(value, index));
    }

    private void fails() {
        answers.add(new FakeAnswer(null, 0));
    }

    /** The index with which it is asked next; 0 if it asks for an answer at once. */
    private long next() throws InterruptedException {
        QueryOptions options = asked.poll(LIMIT, TimeUnit.SECONDS);
        assertThat(options).isNotNull();
        return options.getIndex().orElse(BigInteger.ZERO).longValue();
    }

    private Answer<String> received() throws InterruptedException {
        Answer<String> answer = received.poll(LIMIT, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    void itDoesNotWaitForItsFirstAnswer() throws Exception {
        assertThat(next()).isZero();
    }

    @Test
    void itWaitsForWhatIsNewerThanItsLastAnswer() throws Exception {
        next();
        answers("a", 7);
        assertThat(next()).isEqualTo(7);
    }

    @Test
    void itWaitsForAtMostTenSeconds() throws Exception {
        next();
        answers("a", 7);
        assertThat(asked.take().getWait()).hasValue("10s");
    }

    @Test
    void itHandsOnEveryAnswer() throws Exception {
        answers("a", 7);
        answers("b", 8);
        assertThat(received().value()).isEqualTo("a");
        assertThat(received().value()).isEqualTo("b");
    }

    @Test
    void itAsksAnewWhenTheIndexGoesBackwards() throws Exception {
        next();
        answers("a", 7);
        next();
        answers("b", 3);
        assertThat(next()).isZero();
    }

    @Test
    void itAsksAnewAfterAFailure() throws Exception {
        next();
        answers("a", 7);
        next();
        fails();
        assertThat(next()).isZero();
    }

    @Test
    void itHandsNothingOnWhenItFails() throws Exception {
        fails();
        answers("a", 7);
        assertThat(received().value()).isEqualTo("a");
    }

    @Test
    void itFailsUntilItIsFirstAnswered() throws Exception {
        next();
        assertThat(watch.failing()).isTrue();
        answers("a", 7);
        next();
        assertThat(watch.failing()).isFalse();
    }

    @Test
    void itIsNotSteadyAfterAFailure() throws Exception {
        answers("a", 7);
        received();
        fails();
        answers("b", 8);
        assertThat(received().steady()).isEqualTo(Duration.ZERO);
    }

    @Test
    void itEndsWhileItWaits() throws Exception {
        next();
        watch.close();
        answers("a", 7);
        assertThat(asked.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
}
