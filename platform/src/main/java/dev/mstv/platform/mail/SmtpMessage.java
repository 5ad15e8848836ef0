package dev.mstv.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail in MIME, whose Message-ID is its own id: who gets it twice can tell. */
final class SmtpMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private SmtpMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage of(MailMessage message, String from, Session session, Instant now) throws MessagingException {
        String domain = from.substring(from.indexOf('@') + 1);
        SmtpMessage mime = new SmtpMessage(session, '<' + message.id().toString() + '@' + domain + '>');
        mime.setFrom(new InternetAddress(from));
        mime.setRecipient(Message.RecipientType.TO, address(message));
        mime.setSubject(message.subject(), UTF_8);
        mime.setSentDate(Date.from(now));
        // RFC 3834: nobody's absence is announced to us.
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setContent(alternatives(message));
        mime.saveChanges();
        return mime;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress address(MailMessage message) throws MessagingException {
        try {
            return new InternetAddress(message.to(), message.name(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JDK has UTF-8", e);
        }
    }

    // The last is the one that readers prefer (RFC 2046, section 5.1.4).
    private static MimeMultipart alternatives(MailMessage message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }
}
