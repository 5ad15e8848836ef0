package dev.mstv.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Mail;
import dev.mstv.devstack.ReceivedMail;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.resilience.CircuitState;
import dev.mstv.platform.resilience.Outbound;
import dev.mstv.platform.resilience.Target;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails on their way to a real SMTP server. */
class SmtpMailerTest {

    private static final UUID ID = new UUID(0x0190_a0a0_0000_7000L, 0x8000_0000_0000_0001L);
    private static final int THRESHOLD = 5;
    private static final Map<String, String> ENVIRONMENT = RunningProcess.environment();

    private final Mail server = Mail.temporary();
    private final Outbound outbound = new Outbound(
            settings(1), new LiveSettings(new Variables(ENVIRONMENT)), Clock.systemUTC(), new SimpleMeterRegistry());

    private Mailer mailer(int port) {
        return new SmtpMailer(settings(port), Clock.systemUTC(), outbound);
    }

    private static Settings settings(int port) {
        Map<String, String> on = new HashMap<>(ENVIRONMENT);
        on.putAll(Map.of(
                "ENABLE_EMAIL_SERVICE",
                "true",
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(port),
                "SMTP_FROM",
                "mstv@example.com"));
        return Settings.read(new Variables(on), 0);
    }

    private static MailMessage message(String name, String subject) {
        return new MailMessage(ID, "ada@example.com", name, subject, "Sch\u00f6ner Text", "<p>Sch\u00f6nes HTML</p>");
    }

    private ReceivedMail received(String name, String subject) {
        assertThat(mailer(server.port()).send(message(name, subject))).isEqualTo(new Handover.Taken());
        return server.messages().getFirst();
    }

    @AfterEach
    void close() {
        outbound.close();
        server.close();
    }

    @Test
    void bringsTheText() {
        assertThat(received("Ada", "Hi").text()).isEqualTo("Sch\u00f6ner Text");
    }

    @Test
    void bringsTheHtml() {
        assertThat(received("Ada", "Hi").html()).isEqualTo("<p>Sch\u00f6nes HTML</p>");
    }

    @Test
    void bringsASubjectOfAnyScript() {
        assertThat(received("Ada", "Gr\u00fc\u00dfe \u4f60\u597d \ud83d\udd11").subject())
                .isEqualTo("Gr\u00fc\u00dfe \u4f60\u597d \ud83d\udd11");
    }

    @Test
    void itsIdIsThatOfTheMessage() {
        assertThat(received("Ada", "Hi").messageId()).isEqualTo("<" + ID + "@example.com>");
    }

    @Test
    void theServerIsToldOfOneRecipient() {
        assertThat(received("Eve\r\nBcc: eve@example.com", "Hi\r\nBcc: eve@example.com")
                        .recipients())
                .containsExactly("ada@example.com");
    }

    @Test
    void noHeaderIsInjected() {
        assertThat(received("Eve\r\nX-Eve: 1", "Hi\r\nX-Eve: 1\r\n\r\nbody").source())
                .doesNotContainPattern("(?m)^X-Eve");
    }

    @Test
    void aServerThatIsAwayIsABadMoment() {
        server.stop();
        assertThat(mailer(server.port()).send(message("Ada", "Hi"))).isInstanceOf(Handover.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 No such mailbox", "DATA,554 We do not like it"})
    void aMailThatWillNeverBeTakenIsRefused(String command, String answer) {
        try (FakeRejectingSmtp rejecting = new FakeRejectingSmtp(command, answer)) {
            assertThat(mailer(rejecting.port()).send(message("Ada", "Hi"))).isInstanceOf(Handover.Refused.class);
        }
    }

    @Test
    void theReasonNamesNobody() {
        try (FakeRejectingSmtp rejecting = new FakeRejectingSmtp("RCPT", "550 <ada@example.com>: no such mailbox")) {
            assertThat(mailer(rejecting.port()).send(message("Ada", "Hi")).toString())
                    .contains("no such mailbox")
                    .doesNotContain("ada@example.com");
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT,450 Busy", "MAIL,550 Not from you", "DATA,451 Later", "MAIL,421 Too many of you"})
    void whatMayChangeIsABadMoment(String command, String answer) {
        try (FakeRejectingSmtp rejecting = new FakeRejectingSmtp(command, answer)) {
            assertThat(mailer(rejecting.port()).send(message("Ada", "Hi"))).isInstanceOf(Handover.Failed.class);
        }
    }

    @Test
    void aServerThatDripsItsAnswerIsNotWaitedFor() {
        Target impatient = outbound.to("impatient", Duration.ofMillis(300));
        try (FakeStallingSmtp stalling = new FakeStallingSmtp()) {
            Mailer mailer = new SmtpMailer(settings(stalling.port()), Clock.systemUTC(), impatient);
            Handover handover = CompletableFuture.supplyAsync(
                            () -> mailer.send(message("Ada", "Hi")), Thread::startVirtualThread)
                    .join();
            assertThat(handover).isInstanceOf(Handover.Failed.class);
        }
    }

    @Test
    void aServerThatIsAwayIsLeftAlone() {
        server.stop();
        for (int i = 0; i < THRESHOLD; i++) {
            mailer(server.port()).send(message("Ada", "Hi"));
        }
        assertThat(circuit()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aServerThatHasNoServiceNowIsLeftAlone() {
        sendToOneThatSays("MAIL", "421 Too many of you");
        assertThat(circuit()).isEqualTo(CircuitState.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 No such mailbox", "RCPT,450 Busy", "DATA,451 Later", "MAIL,550 Not from you"})
    void aServerThatRefusesMailsIsAskedOnAndOn(String command, String answer) {
        sendToOneThatSays(command, answer);
        assertThat(circuit()).isEqualTo(CircuitState.CLOSED);
    }

    private void sendToOneThatSays(String command, String answer) {
        try (FakeRejectingSmtp rejecting = new FakeRejectingSmtp(command, answer)) {
            for (int i = 0; i < 2 * THRESHOLD; i++) {
                mailer(rejecting.port()).send(message("Ada", "Hi"));
            }
        }
    }

    private CircuitState circuit() {
        return outbound.circuit("smtp").orElseThrow().state();
    }
}
