package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.resilience.FakeBank.Manner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user's own client, as the documentation has it, of an HTTP server that behaves badly. */
@Timeout(60)
class MisbehavingServerTest {

    private static final BigDecimal RATE = new BigDecimal("1.25");

    private final Calling calling = new Calling("CB_TIMEOUT", "500", "CB_THRESHOLD", "3", "CB_RESET_TIMEOUT", "10s");
    private final FakeBank bank = new FakeBank(Manner.WELL);
    private final ExchangeRates rates = new ExchangeRates(calling.outbound, bank.address());

    @AfterEach
    void close() {
        rates.close();
        calling.close();
        bank.close();
    }

    private static <T> T served(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread).join();
    }

    private Problem refused() {
        return served(() -> Calling.problem(() -> rates.of("EUR")));
    }

    private CircuitView circuit() {
        return calling.outbound.circuit("bank").orElseThrow();
    }

    @Test
    void aGoodAnswerIsOne() {
        assertThat(rates.of("EUR")).hasValue(RATE);
    }

    @Test
    void somethingMissingIsAnAnswer() {
        bank.answers(Manner.WITH_404);
        for (int i = 0; i < 3; i++) {
            assertThat(rates.of("XXX")).isEmpty();
        }
        assertThat(circuit().failureRate()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "SLOWLY", "WITH_404"})
    void aBadAnswerIsAServiceThatIsNotThere(Manner manner) {
        bank.answers(manner);
        assertThat(refused().code()).isEqualTo("service_unavailable");
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "SLOWLY", "WITH_404"})
    void badAnswersOpenTheCircuit(Manner manner) {
        bank.answers(manner);
        for (int i = 0; i < 3; i++) {
            refused();
        }
        assertThat(circuit().state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aSlowAnswerIsOne() {
        calling.outbound.apply(calling.changed("CB_TIMEOUT", "2s", "CB_THRESHOLD", "1"));
        bank.answers(Manner.SLOWLY);
        assertThat(rates.of("EUR")).hasValue(RATE);
        assertThat(circuit().state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void nobodyIsThere() {
        bank.close();
        assertThat(refused().code()).isEqualTo("service_unavailable");
    }

    @Test
    void whileItIsOpenTheServerIsLeftAlone() {
        bank.answers(Manner.WITH_500);
        refused();
        int before = bank.requests();
        refused();
        assertThat(bank.requests()).isEqualTo(before);
    }

    @Test
    void whenTheServerIsBackItIsCalledAgain() {
        bank.answers(Manner.WITH_500);
        refused();
        bank.answers(Manner.WELL);
        calling.clock.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 3; i++) {
            assertThat(rates.of("EUR")).hasValue(RATE);
        }
        assertThat(circuit().state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void manyCallersOfAServerThatHangsAreAnswered() {
        bank.answers(Manner.WITH_NOTHING);
        List<CompletableFuture<Problem>> callers = IntStream.range(0, 200)
                .mapToObj(any -> CompletableFuture.supplyAsync(
                        () -> Calling.problem(() -> rates.of("EUR")), Thread::startVirtualThread))
                .toList();
        assertThat(callers)
                .allSatisfy(caller -> assertThat(caller.join().code()).isEqualTo("service_unavailable"));
        assertThat(circuit().running()).isZero();
    }
}
