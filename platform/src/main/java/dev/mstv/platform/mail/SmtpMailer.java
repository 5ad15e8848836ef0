package dev.mstv.platform.mail;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.SmtpSettings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Properties;

/** Hands mails to an SMTP server, over a connection for each. */
@Singleton
@Requires(property = MailSwitch.PROPERTY, value = MailSwitch.SMTP)
final class SmtpMailer implements Mailer {

    // Of each step, of which a mail takes about ten.
    private static final String PATIENCE_MILLIS = "10000";

    private final SmtpSettings settings;
    private final Session session;
    private final Clock clock;

    SmtpMailer(Settings settings, Clock clock) {
        this.settings = settings.mail().smtp().orElseThrow();
        this.session = Session.getInstance(properties(this.settings));
        this.clock = clock;
    }

    @Override
    public Handover send(MailMessage message) {
        try {
            MimeMessage mime = SmtpMessage.of(message, settings.from(), session, clock.instant());
            try (Transport transport = session.getTransport()) {
                transport.connect(
                        settings.host(),
                        settings.port(),
                        settings.user().orElse(null),
                        settings.password().orElse(null));
                transport.sendMessage(mime, mime.getAllRecipients());
            }
            return new Handover.Taken();
        } catch (MessagingException e) {
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
