package dev.mstv.payments.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mstv.payments.domain.Charge;
import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.payments.domain.ProviderException;
import dev.mstv.payments.domain.Reversal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitedProviderTest {

    private static final UUID KEY = new UUID(1, 1);
    private static final Money AMOUNT = Money.of("1", "EUR");

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private Supplier<Charge> answer = () -> new Charge.Approved("reference");
    private final TimeLimitedProvider limited = new TimeLimitedProvider(new FakeProvider(), Duration.ofMillis(200));

    /** Answers as it is told. */
    private final class FakeProvider implements PaymentProvider {

        @Override
        public Charge charge(UUID key, Money amount, String token) {
            return answer.get();
        }

        @Override
        public Optional<Charge> find(UUID key) {
            return Optional.of(answer.get());
        }

        @Override
        public Reversal reverse(UUID key) {
            Charge unused = answer.get();
            return new Reversal.NothingCharged();
        }
    }

    private Charge silence() {
        try {
            assertThat(new CountDownLatch(1).await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return new Charge.Declined("too late");
    }

    @AfterEach
    void end() {
        limited.close();
    }

    @Test
    void givesTheAnswer() {
        assertThat(limited.charge(KEY, AMOUNT, "tok_any")).isEqualTo(new Charge.Approved("reference"));
    }

    @Test
    void doesNotWaitForAChargeForEver() {
        answer = this::silence;
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> limited.charge(KEY, AMOUNT, "tok_any"));
    }

    @Test
    void doesNotWaitForWhatBecameOfItForEver() {
        answer = this::silence;
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> limited.find(KEY));
    }

    @Test
    void doesNotWaitForAReversalForEver() {
        answer = this::silence;
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> limited.reverse(KEY));
    }

    @Test
    void endsWhatNobodyWaitsFor() throws InterruptedException {
        answer = this::silence;
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> limited.find(KEY));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotHideABug() {
        answer = () -> {
            throw new IllegalStateException("a bug");
        };
        assertThatIllegalStateException().isThrownBy(() -> limited.find(KEY)).withMessage("a bug");
    }
}
