package dev.mstv.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mstv.RunningProcess;
import dev.mstv.platform.bus.OutcomeStore.Claim;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final String FINGERPRINT = "f".repeat(64);

    private final Databases databases = PROCESS.getBean(Databases.class);
    private final Database database = databases.of("users");
    private final SqlTransactions transactions = new SqlTransactions(databases);
    private final UUID row = UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void createTable() {
        PROCESS.getBean(Databases.class).of("users").run(handle -> handle.execute("CREATE TABLE test_row (id uuid)"));
    }

    private boolean store() {
        database.run(handle -> handle.execute("INSERT INTO test_row VALUES (?)", row));
        return true;
    }

    private int stored() {
        return database.apart(handle -> handle.select("SELECT count(*) FROM test_row WHERE id = ?", row)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void storesWhatTheCommandStored() {
        assertThat(transactions.inTransaction("users", this::store)).isTrue();
        assertThat(stored()).isOne();
    }

    @Test
    void storesNothingBeforeTheEnd() {
        assertThat(transactions.inTransaction("users", () -> store() ? stored() : -1))
                .isZero();
    }

    @Test
    void storesNothingIfTheCommandThrows() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inTransaction("users", () -> {
                    store();
                    throw new IllegalStateException();
                }));
        assertThat(stored()).isZero();
    }

    @Test
    void storesWhatIsMeantApartInAnyCase() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inTransaction("users", () -> {
                    database.apart(handle -> handle.execute("INSERT INTO test_row VALUES (?)", row));
                    throw new IllegalStateException();
                }));
        assertThat(stored()).isOne();
    }

    @Test
    void runsTheCommandAgainIfAnotherWasQuicker() {
        boolean done = transactions.inTransaction("users", () -> {
            store();
            if (runs.incrementAndGet() < 3) {
                throw new StaleVersionException();
            }
            return true;
        });
        assertThat(done).isTrue();
        assertThat(stored()).isOne();
    }

    @Test
    void givesUpAfterThreeRuns() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> transactions.inTransaction("users", () -> {
                    runs.incrementAndGet();
                    throw new StaleVersionException();
                }));
        assertThat(refusal.problem().code()).isEqualTo("concurrent_change");
        assertThat(runs).hasValue(3);
    }

    @Test
    void refusesATransactionInsideOfOneThatHasBegun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inTransaction("auth", () -> {
                    databases.of("auth").run(handle -> handle.execute("SELECT 1"));
                    return transactions.inTransaction("users", this::store);
                }));
    }

    @Test
    void commitsATransactionInsideOfOneThatHasNotBegun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inTransaction("auth", () -> {
                    transactions.inTransaction("users", this::store);
                    throw new IllegalStateException();
                }));
        assertThat(stored()).isOne();
    }

    @Test
    void storesNothingOfARunWhoseKeyWasTakenOver() {
        SettableClock clock = new SettableClock();
        SqlOutcomeStore outcomes = new SqlOutcomeStore(databases, clock);
        String key = (row + row.toString()).replace("-", "");
        Claim.Held slow = (Claim.Held) outcomes.claim("users", key, FINGERPRINT, Duration.ofSeconds(1));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> transactions.inTransaction("users", () -> {
                    clock.pass(Duration.ofSeconds(2));
                    database.apart(handle ->
                            handle.execute("UPDATE users_idempotency SET holder = 'other' WHERE id = ?", key));
                    store();
                    outcomes.complete("users", slow, "outcome");
                    return true;
                }));
        assertThat(stored()).isZero();
    }
}
