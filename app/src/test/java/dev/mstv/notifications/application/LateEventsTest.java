package dev.mstv.notifications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mstv.RunningProcess;
import dev.mstv.notifications.domain.Recipient;
import dev.mstv.notifications.domain.Recipients;
import dev.mstv.notifications.domain.Template;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.persistence.Databases;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events of different streams overtake each other. */
class LateEventsTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private final UUID user = UUID.randomUUID();
    private final Recipients recipients = PROCESS.getBean(Recipients.class);
    private final Notifier notifier = PROCESS.getBean(Notifier.class);
    private final Envelope cause = new Envelope(
            UUID.randomUUID(),
            "user.verification_requested",
            1,
            "auth",
            UUID.randomUUID(),
            1,
            1,
            Instant.EPOCH,
            "system",
            "request-1",
            null,
            null,
            user,
            "{}");

    private static void inTransaction(Runnable work) {
        boolean unused = CallContext.ofProcess()
                .call(() -> PROCESS.getBean(Transactions.class).inTransaction("notifications", () -> {
                    work.run();
                    return true;
                }));
    }

    private void tell() {
        inTransaction(() -> notifier.tell(user, Template.WELCOME, null, cause));
    }

    private long stored(String sql) {
        return PROCESS.getBean(Databases.class).of("notifications").call(handle -> handle.createQuery(sql)
                .bind("user", user)
                .mapTo(Long.class)
                .one());
    }

    private long notifications() {
        return stored("SELECT count(*) FROM notifications_notification WHERE user_id = :user");
    }

    @Test
    void somebodyWhoIsNotKnownYetIsWaitedFor() {
        assertThatExceptionOfType(UnknownRecipientException.class).isThrownBy(this::tell);
    }

    @Test
    void somebodyWhoIsErasedIsNot() {
        inTransaction(() -> recipients.erase(user));
        tell();
        assertThat(notifications()).isZero();
    }

    @Test
    void somebodyWhoIsErasedDoesNotComeBack() {
        inTransaction(() -> recipients.erase(user));
        inTransaction(() -> recipients.put(new Recipient(user, "ada@example.com", "Ada")));
        assertThat(recipients.find(user)).isEmpty();
    }

    @Test
    void oneEventTellsOneThingOnce() {
        inTransaction(() -> recipients.put(new Recipient(user, "ada@example.com", "Ada")));
        tell();
        tell();
        assertThat(notifications()).isEqualTo(1);
    }

    @Test
    void aNameThatIsTakenAwayIsGone() {
        inTransaction(() -> recipients.put(new Recipient(user, "ada@example.com", "Ada")));
        inTransaction(() -> recipients.change(user, null, ""));
        assertThat(recipients.find(user)).contains(new Recipient(user, "ada@example.com", null));
    }
}
