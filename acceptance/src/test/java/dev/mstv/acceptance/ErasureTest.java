package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who is deleted is nowhere any more, and what happened to them can still be proved. */
@InEveryShape
class ErasureTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final RunningApp app = World.app();
    private final Sql database = World.database();
    private final String secret = "x" + UUID.randomUUID().toString().replace("-", "");
    private final String key = UUID.randomUUID().toString();
    private final String name = "Ada " + secret;
    private final Request registration = Request.post(
                    "/auth/register",
                    "{\"email\":\"%s@example.com\",\"password\":\"%s\",\"name\":\"%s\"}"
                            .formatted(secret, Account.PASSWORD, name))
            .header("Idempotency-Key", key)
            .header("User-Agent", "agent " + secret);
    private Account account;

    @BeforeEach
    void registerRenameAndDelete() {
        account = Account.of(app.send(registration).expect(201));
        app.send(account.patch(account.path(), "{\"name\":\"Lovelace " + secret + "\"}"))
                .expect(200);
        app.send(Account.login(account.email(), Account.PASSWORD)).expect(200);
        app.send(Orders.place("tok_" + secret).bearer(account.accessToken()).header("Idempotency-Key", key))
                .expect(201);
        app.send(account.delete(account.path())).expect(204);
    }

    private List<String> tablesThatKnow(String text) {
        return database.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").stream()
                .filter(table -> !database.column(
                                "SELECT 1 FROM " + table + " AS row WHERE lower(row::text) LIKE ? LIMIT 1",
                                "%" + text + "%")
                        .isEmpty())
                .toList();
    }

    @Test
    void noTableHoldsTheirAddressOrNameOrWhereTheySignedIn() {
        assertThat(Polling.until(LIMIT, () -> tablesThatKnow(secret).isEmpty()))
                .as(() -> tablesThatKnow(secret).toString())
                .isTrue();
    }

    @Test
    void noKeyOpensWhatIsSealedInTheirEvents() {
        assertThat(Polling.until(LIMIT, () -> database.one(
                                "SELECT (SELECT count(*) FROM users_person_key WHERE person::text = ? AND data_key"
                                        + " IS NOT NULL) + (SELECT count(*) FROM auth_person_key WHERE person::text = ?"
                                        + " AND data_key IS NOT NULL) + (SELECT count(*) FROM orders_person_key WHERE"
                                        + " person::text = ? AND data_key IS NOT NULL)",
                                account.id(),
                                account.id(),
                                account.id())
                        .equals("0")))
                .isTrue();
    }

    /** How their order and its payment are, and whether they are charged; nothing while they could be. */
    private List<String> charged() {
        return database.column(
                "SELECT concat_ws(' ', o.status, p.status, c.reference IS NOT NULL AND NOT c.reversed)"
                        + " FROM orders_order o JOIN payments_payment p ON p.order_id = o.id"
                        + " LEFT JOIN payments_sandbox_charge c ON c.key = p.id"
                        + " WHERE o.user_id::text = ? AND p.sealed_token IS NULL AND p.next_attempt_at IS NULL",
                account.id());
    }

    @Test
    void theyPayForWhatWasPaidAlreadyAndForNothingElse() {
        Set<String> ends =
                Set.of("PAID CAPTURED t", "PAYMENT_FAILED DECLINED f", "CANCELLED DECLINED f", "REFUNDED REFUNDED f");
        assertThat(Polling.until(LIMIT, () -> charged().stream().anyMatch(ends::contains)))
                .as(() -> charged().toString())
                .isTrue();
    }

    @Test
    void theirHistoryIsStillThere() {
        assertThat(database.column(
                        "SELECT type FROM users_event WHERE stream::text = ? ORDER BY version", account.id()))
                .startsWith("user.registered", "user.updated")
                .endsWith("user.deleted");
    }

    @Test
    void aRetryOfTheirRegistrationIsNotAnsweredWithWhatIsForgotten() {
        assertThat(Polling.until(LIMIT, () -> database.one(
                                "SELECT (SELECT count(*) FROM users_idempotency WHERE person::text = ?)"
                                        + " + (SELECT count(*) FROM auth_idempotency WHERE person::text = ?)"
                                        + " + (SELECT count(*) FROM orders_idempotency WHERE person::text = ?)",
                                account.id(),
                                account.id(),
                                account.id())
                        .equals("0")))
                .isTrue();
    }
}
