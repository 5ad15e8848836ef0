package dev.mstv.platform.mail;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.SmtpSettings;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.resilience.Outbound;
import dev.mstv.platform.resilience.Target;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;

/** Hands mails to an SMTP server, over a connection for each; one that does not answer is left alone for a while. */
@Singleton
@Requires(property = MailSwitch.PROPERTY, value = MailSwitch.SMTP)
final class SmtpMailer implements Mailer {

    // Of each step, of which a mail takes about ten.
    private static final String PATIENCE_MILLIS = "10000";

    // Of all steps together, whatever each of them takes.
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SmtpSettings settings;
    private final Session session;
    private final Clock clock;
    private final Target server;

    @Inject
    SmtpMailer(Settings settings, Clock clock, Outbound outbound) {
        this(settings, clock, outbound.to("smtp", LIMIT));
    }

    SmtpMailer(Settings settings, Clock clock, Target server) {
        this.settings = settings.mail().smtp().orElseThrow();
        this.session = Session.getInstance(properties(this.settings));
        this.clock = clock;
        this.server = server;
    }

    @Override
    public Handover send(MailMessage message) {
        try {
            MimeMessage mime = SmtpMessage.of(message, settings.from(), session, clock.instant());
            return server.call(limit -> handOver(mime));
        } catch (MessagingException e) {
            return SmtpFailure.of(e);
        } catch (Refusal refusal) {
            return new Handover.Failed(refusal.problem().detail());
        }
    }

    private Handover handOver(MimeMessage mime) throws IOException {
        try (Transport transport = session.getTransport()) {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(mime, mime.getAllRecipients());
            return new Handover.Taken();
        } catch (MessagingException e) {
            if (SmtpFailure.isOutage(e)) {
                throw new IOException(SmtpFailure.reason(e));
            }
            return SmtpFailure.of(e);
        }
    }

    private static Properties properties(SmtpSettings settings) {
        String protocol = settings.tls() ? "smtps" : "smtp";
        String prefix = "mail." + protocol + '.';
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        // Once a mail is taken, nothing that follows matters.
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }
}
