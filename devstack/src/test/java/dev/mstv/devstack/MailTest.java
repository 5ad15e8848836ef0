package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailTest {

    private final Mail mail = Mail.temporary();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void keepsWhatItReceived() throws MessagingException {
        send("Grüße", "ada@example.com", "grace@example.com");
        assertThat(mail.messages())
                .extracting(ReceivedMail::recipients, ReceivedMail::subject, ReceivedMail::text, ReceivedMail::html)
                .containsExactly(tuple(
                        List.of("ada@example.com", "grace@example.com"), "Grüße", "Schöner Text", "<p>Schönes HTML"));
    }

    @Test
    void knowsTheMessageId() throws MessagingException {
        String id = send("Hello", "ada@example.com");
        assertThat(mail.messages()).extracting(ReceivedMail::messageId).containsExactly(id);
    }

    @Test
    void forgetsWhenItIsCleared() throws MessagingException {
        send("Hello", "ada@example.com");
        mail.clear();
        assertThat(mail.messages()).isEmpty();
    }

    @Test
    void refusesConnectionsWhileItIsStopped() {
        mail.stop();
        assertThatThrownBy(() -> send("Hello", "ada@example.com")).hasMessageContaining("Couldn't connect");
    }

    @Test
    void receivesAgainAfterARestart() throws MessagingException {
        send("Before", "ada@example.com");
        mail.restart();
        send("After", "ada@example.com");
        assertThat(mail.messages()).extracting(ReceivedMail::subject).containsExactly("Before", "After");
    }

    @Test
    void refusesAPortThatSomebodyElseUses() {
        assertThatThrownBy(() -> Mail.start(mail.port(), message -> {}))
                .hasMessage("Port " + mail.port() + " is in use");
    }

    @Test
    void takesAnyLogin() throws MessagingException {
        Transport transport = session().getTransport("smtp");
        transport.connect("somebody", "any password");
        assertThat(transport.isConnected()).isTrue();
        transport.close();
    }

    private String send(String subject, String... recipients) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress("mstv@example.com"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.BCC, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Schöner Text", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Schönes HTML", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
        return message.getMessageID();
    }

    private Session session() {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", mail.host());
        settings.put("mail.smtp.port", Integer.toString(mail.port()));
        settings.put("mail.smtp.auth", "false");
        return Session.getInstance(settings);
    }
}
