package dev.mstv.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.OutcomeStore.Claim;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeStoreTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String FINGERPRINT = "f".repeat(64);
    private static final String ANOTHER = "0".repeat(64);

    private final SettableClock clock = new SettableClock();
    private final Databases databases = PROCESS.getBean(Databases.class);
    private final SqlOutcomeStore store = new SqlOutcomeStore(databases, clock);
    private final String key = (UUID.randomUUID() + UUID.randomUUID().toString()).replace("-", "");

    private Claim claim(String fingerprint) {
        return store.claim("users", key, fingerprint, LEASE);
    }

    private Claim.Held held() {
        return (Claim.Held) claim(FINGERPRINT);
    }

    @Test
    void givesAKeyToTheFirst() {
        assertThat(claim(FINGERPRINT)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void tellsTheSecondThatTheFirstIsRunning() {
        held();
        assertThat(claim(FINGERPRINT)).isEqualTo(new Claim.Running());
    }

    @Test
    void replaysWhatCameOfTheFirst() {
        store.complete("users", held(), "outcome");
        assertThat(claim(FINGERPRINT)).isEqualTo(new Claim.Done("outcome"));
    }

    @Test
    void refusesTheKeyForSomethingElseWhileTheFirstRuns() {
        held();
        assertThat(claim(ANOTHER)).isEqualTo(new Claim.Reused());
    }

    @Test
    void refusesTheKeyForSomethingElseAfterwards() {
        store.complete("users", held(), "outcome");
        assertThat(claim(ANOTHER)).isEqualTo(new Claim.Reused());
    }

    @Test
    void givesTheKeyAgainOnceItWasGivenBack() {
        store.release("users", held());
        assertThat(claim(FINGERPRINT)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void keepsAnOutcomeThatIsThereWhenTheKeyIsGivenBack() {
        Claim.Held claim = held();
        store.complete("users", claim, "outcome");
        store.release("users", claim);
        assertThat(claim(FINGERPRINT)).isEqualTo(new Claim.Done("outcome"));
    }

    @Test
    void keepsAKeyForAsLongAsItsRunMayTake() {
        held();
        clock.pass(LEASE);
        assertThat(claim(FINGERPRINT)).isEqualTo(new Claim.Running());
    }

    @Test
    void givesTheKeyOfADeadRunToTheNext() {
        held();
        clock.pass(LEASE.plusMillis(1));
        assertThat(claim(FINGERPRINT)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void keepsAnOutcomeFor24Hours() {
        store.complete("users", held(), "outcome");
        clock.pass(Duration.ofHours(24));
        assertThat(claim(FINGERPRINT)).isEqualTo(new Claim.Done("outcome"));
    }

    @Test
    void forgetsAnOutcomeAfterwards() {
        store.complete("users", held(), "outcome");
        clock.pass(Duration.ofHours(24).plusMillis(1));
        assertThat(claim(FINGERPRINT)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void doesNotCompleteARunWhoseKeyWasTakenOver() {
        Claim.Held dead = held();
        clock.pass(LEASE.plusMillis(1));
        held();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> store.complete("users", dead, "outcome"));
    }

    @Test
    void doesNotGiveBackAKeyThatWasTakenOver() {
        Claim.Held dead = held();
        clock.pass(LEASE.plusMillis(1));
        held();
        store.release("users", dead);
        assertThat(claim(FINGERPRINT)).isEqualTo(new Claim.Running());
    }
}
