package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.acceptance.Topics.Arrival;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes of the application, their database and their broker are killed at random moments while commands run: no
 * event is lost, every effect happens once, and order holds. {@code ./mstv chaos} is the long form.
 */
// Set before any test of the invocation, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@ParameterizedClass(name = "{0}")
@MethodSource("plans")
class ChaosTest {

    private static Chaos chaos;

    @Parameter
    private ChaosPlan plan;

    static List<ChaosPlan> plans() {
        return ChaosPlan.all();
    }

    @BeforeParameterizedClassInvocation
    static void killAndHeal(ChaosPlan plan) throws InterruptedException {
        long begin = System.nanoTime();
        chaos = new Chaos(plan);
        System.out.println("Chaos: " + plan);
        chaos.run();
        new ChaosReport(chaos, Duration.ofNanos(System.nanoTime() - begin)).publish();
    }

    @AfterParameterizedClassInvocation
    static void end() throws Exception {
        chaos.close();
    }

    @Test
    void theProcessesAnswerAsEverWhateverIsKilled() {
        assertThat(chaos.ledger().surprises()).as(plan::toString).isEmpty();
    }

    @Test
    void everyAcknowledgedCommandHasItsEvents() {
        assertThat(chaos.store().byRequest().keySet())
                .as(plan::toString)
                .containsAll(chaos.ledger().expected());
    }

    @Test
    void noCommandIsDoneTwice() {
        assertThat(chaos.store().byRequest().values()).as(plan::toString).containsOnly(1);
    }

    @Test
    void noStreamIsTorn() {
        assertThat(chaos.store().torn()).as(plan::toString).isEmpty();
    }

    @Test
    void nothingIsLeftUndelivered() {
        assertThat(chaos.outboxes().unsent() + chaos.outboxes().parked())
                .as(plan::toString)
                .isZero();
    }

    @Test
    void everyEventHadItsEffectOnce() {
        assertThat(chaos.effects().recorded())
                .as(() -> plan + "\n" + new ChaosEvidence(chaos))
                .containsExactlyInAnyOrderElementsOf(chaos.store().ids());
    }

    @Test
    void theEffectsOfAStreamCameInItsOrder() {
        assertThat(chaos.effects().outOfOrder()).as(plan::toString).isEmpty();
    }

    @Test
    void everyDeletedUserIsForgottenOnce() {
        assertThat(chaos.effects().of("auth.forget_user"))
                .as(plan::toString)
                .containsExactlyInAnyOrderElementsOf(chaos.store().ids("user.deleted"));
        assertThat(chaos.effects().forgottenSessions()).as(plan::toString).isEmpty();
    }

    @Test
    void theBrokerHasEveryEventInOrder() {
        List<Arrival> arrivals = chaos.arrivals();
        Set<String> stored = new HashSet<>(plan.kafka() ? chaos.store().ids() : List.of());

        assertThat(arrivals).extracting(Arrival::id).as(plan::toString).hasSameElementsAs(stored);
        assertThat(Store.outOfOrder(arrivals)).as(plan::toString).isEmpty();
    }
}
