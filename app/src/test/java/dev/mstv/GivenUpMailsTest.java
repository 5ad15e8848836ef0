package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Ports;
import dev.mstv.platform.mail.FakeRejectingSmtp;
import dev.mstv.platform.persistence.Database;
import dev.mstv.platform.persistence.Databases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Mails that nobody takes are given up some day, and that is seen. */
class GivenUpMailsTest {

    private static ApplicationContext process(int smtpPort) {
        return RunningProcess.start(Map.of(
                "ENABLE_EMAIL_SERVICE",
                "true",
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(smtpPort),
                "SMTP_FROM",
                "mstv@example.com"));
    }

    private static UUID newUser(ApplicationContext process) {
        return Accounts.user(process, "ada-" + UUID.randomUUID() + "@example.com", "user")
                .userId();
    }

    private static Database notifications(ApplicationContext process) {
        return process.getBean(Databases.class).of("notifications");
    }

    private static long mails(ApplicationContext process, UUID user, String state) {
        return notifications(process).call(handle -> handle.createQuery(
                        "SELECT count(*) FROM notifications_notification WHERE user_id = :user AND mail = :state")
                .bind("user", user)
                .bind("state", state)
                .mapTo(Long.class)
                .one());
    }

    private static boolean soon(BooleanSupplier condition) {
        return Polling.until(Duration.ofSeconds(30), condition);
    }

    @Test
    void aRefusedMailIsNotTriedAgain() {
        try (FakeRejectingSmtp rejecting = new FakeRejectingSmtp("RCPT", "550 No such mailbox");
                ApplicationContext process = process(rejecting.port())) {
            UUID user = newUser(process);
            assertThat(soon(() -> mails(process, user, "FAILED") == 2)).isTrue();
        }
    }

    @Test
    void aRefusedMailIsCounted() {
        try (FakeRejectingSmtp rejecting = new FakeRejectingSmtp("RCPT", "550 No such mailbox");
                ApplicationContext process = process(rejecting.port())) {
            MeterRegistry meters = process.getBean(MeterRegistry.class);
            // The first administrator gets two mails, as anybody.
            newUser(process);
            assertThat(soon(() -> meters.get("mstv.mail")
                                    .tag("result", "failed")
                                    .counter()
                                    .count()
                            >= 2))
                    .isTrue();
        }
    }

    @Test
    void aMailIsTriedSoManyTimesAndNoMore() {
        try (ApplicationContext process = process(Ports.free())) {
            UUID user = newUser(process);
            assertThat(soon(() -> mails(process, user, "PENDING") == 2)).isTrue();
            notifications(process).run(handle -> handle.createUpdate(
                            "UPDATE notifications_notification SET attempts = 99, next_attempt_at = created_at")
                    .execute());
            assertThat(soon(() -> mails(process, user, "FAILED") == 2)).isTrue();
        }
    }

    @Test
    void aMailWhoseLinkIsOverIsNotSent() {
        try (ApplicationContext process = process(Ports.free())) {
            UUID user = newUser(process);
            assertThat(soon(() -> mails(process, user, "PENDING") == 2)).isTrue();
            notifications(process).run(handle -> handle.createUpdate("UPDATE notifications_notification"
                            + " SET valid_until = created_at, next_attempt_at = created_at"
                            + " WHERE template = 'VERIFICATION'")
                    .execute());
            assertThat(soon(() -> mails(process, user, "FAILED") == 1)).isTrue();
        }
    }
}
