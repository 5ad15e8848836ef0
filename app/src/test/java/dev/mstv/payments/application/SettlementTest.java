package dev.mstv.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.payments.PaymentStatus;
import dev.mstv.payments.domain.Charge;
import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.Origin;
import dev.mstv.payments.domain.Payment;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.payments.domain.Payments;
import dev.mstv.payments.domain.Purchase;
import dev.mstv.payments.domain.SealedToken;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.Status;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import dev.mstv.platform.security.Encryption;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a process does about payments with which another has begun, and whose end nobody knows. */
class SettlementTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Money AMOUNT = Money.of("12.50", "EUR");
    private static final Origin ORIGIN = new Origin(new UUID(3, 3), "request-1", null);

    private static ApplicationContext process;

    private final UUID id = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @BeforeAll
    static void start() {
        process = RunningProcess.start(Map.of("MODULES", "payments"));
    }

    @AfterAll
    static void end() {
        process.close();
    }

    private static Database database(ApplicationContext of) {
        return of.getBean(Databases.class).of("payments");
    }

    private static SealedToken sealed(ApplicationContext by, String token) {
        return new SealedToken(by.getBean(Encryption.class).encrypt(token.getBytes(StandardCharsets.UTF_8)));
    }

    private Payment due(SealedToken token) {
        return Payment.due(id, new Purchase(UUID.randomUUID(), user, AMOUNT), token, ORIGIN, Instant.EPOCH);
    }

    /** Stores one with which somebody has begun, so often; nobody looks at it yet. */
    private void begun(ApplicationContext by, Payment payment, int attempts) {
        boolean unused = CallContext.ofProcess()
                .call(() -> by.getBean(Transactions.class).inTransaction("payments", () -> {
                    Payment stored = by.getBean(Payments.class).open(payment);
                    if (payment.orderCancelled()) {
                        by.getBean(Payments.class).save(payment);
                    }
                    database(by).run(handle -> handle.createUpdate("UPDATE payments_payment SET attempts = :attempts,"
                                    + " next_attempt_at = now() + interval '1 day' WHERE id = :id")
                            .bind("attempts", attempts)
                            .bind("id", stored.id())
                            .execute());
                    return true;
                }));
    }

    private void begun(Payment payment) {
        begun(process, payment, 1);
    }

    /** As if its lease had run out. */
    private void release(ApplicationContext in) {
        database(in)
                .run(handle -> handle.createUpdate("UPDATE payments_payment SET next_attempt_at = now() WHERE id = :id")
                        .bind("id", id)
                        .execute());
    }

    private Payment settled(ApplicationContext by) {
        release(by);
        Payments payments = by.getBean(Payments.class);
        assertThat(soon(() -> !payments.find(id).orElseThrow().unsettled())).isTrue();
        return payments.find(id).orElseThrow();
    }

    private Charge charged(String token) {
        return process.getBean(PaymentProvider.class).charge(id, AMOUNT, token);
    }

    private String charges() {
        return database(process).call(handle -> handle.createQuery("SELECT concat_ws(' ', charge_requests,"
                        + " CASE WHEN reference IS NULL THEN 'declined' ELSE 'approved' END,"
                        + " CASE WHEN reversed THEN 'reversed' END) FROM payments_sandbox_charge WHERE key = :key")
                .bind("key", id)
                .mapTo(String.class)
                .findOne()
                .orElse("none"));
    }

    private static boolean soon(BooleanSupplier condition) {
        return Polling.until(LIMIT, condition);
    }

    @Test
    void whatWasChargedBeforeACrashIsNotChargedAgain() {
        begun(due(sealed(process, "tok_visa")));
        assertThat(charged("tok_visa")).isInstanceOf(Charge.Approved.class);
        assertThat(settled(process).status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(charges()).isEqualTo("1 approved");
    }

    @Test
    void whatWasDeclinedBeforeACrashIsNotChargedAgain() {
        begun(due(sealed(process, "tok_visa")));
        assertThat(charged("tok_declined")).isInstanceOf(Charge.Declined.class);
        assertThat(settled(process).reason()).isEqualTo("card_declined");
        assertThat(charges()).isEqualTo("1 declined");
    }

    @Test
    void whatWasNotChargedBeforeACrashIsCharged() {
        begun(due(sealed(process, "tok_visa")));
        assertThat(settled(process).status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(charges()).isEqualTo("1 approved");
    }

    @Test
    void whatWasChargedForACancelledOrderBeforeACrashIsGivenBack() {
        begun(due(sealed(process, "tok_visa")).withOrderCancelled(ORIGIN));
        assertThat(charged("tok_visa")).isInstanceOf(Charge.Approved.class);
        assertThat(settled(process).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(charges()).isEqualTo("1 approved reversed");
    }

    @Test
    void aChargeForACancelledOrderThatComesLateFindsItselfReversed() {
        begun(due(sealed(process, "tok_visa")).withOrderCancelled(ORIGIN));
        assertThat(settled(process).reason()).isEqualTo("order_cancelled");
        assertThat(charged("tok_visa")).isEqualTo(new Charge.Declined("reversed"));
    }

    @Test
    void nobodyAsksTheProviderAboutACancelledOrderThatWasNeverCharged() {
        begun(process, due(sealed(process, "tok_visa")).withOrderCancelled(ORIGIN), 0);
        assertThat(settled(process).status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(charges()).isEqualTo("none");
    }

    @Test
    void nothingIsChargedToWhoIsErased() {
        begun(process, due(sealed(process, "tok_visa")), 0);
        boolean unused = CallContext.ofProcess()
                .call(() -> process.getBean(Transactions.class).inTransaction("payments", () -> {
                    process.getBean(Payments.class).forget(user);
                    return true;
                }));
        assertThat(settled(process).reason()).isEqualTo("buyer_erased");
        assertThat(charges()).isEqualTo("none");
    }

    @Test
    void whatCannotBeSettledIsTold() {
        begun(process, due(new SealedToken("sealed by nobody here")), 0);
        release(process);
        assertThat(soon(() -> health() == Status.DEGRADED)).isTrue();
        assertThat(soon(() -> age() > Duration.ofMinutes(5).toSeconds())).isTrue();
        database(process).run(handle -> handle.createUpdate("DELETE FROM payments_payment WHERE id = :id")
                .bind("id", id)
                .execute());
        assertThat(soon(() -> health() == Status.UP)).isTrue();
    }

    private static Status health() {
        return Objects.requireNonNull(
                        process.getBean(Health.class).check().details().get("payments.unsettled"))
                .status();
    }

    private static double age() {
        return process.getBean(MeterRegistry.class)
                .get("mstv.payments.unsettled.age.seconds")
                .gauge()
                .value();
    }

    @Test
    void whereThereIsNoProviderEverythingNewIsDeclined() {
        try (ApplicationContext none =
                RunningProcess.start(Map.of("MODULES", "payments", "PAYMENT_PROVIDER", "none"))) {
            begun(none, due(sealed(none, "tok_visa")), 0);
            assertThat(settled(none).reason()).isEqualTo("no_payment_provider");
        }
    }
}
