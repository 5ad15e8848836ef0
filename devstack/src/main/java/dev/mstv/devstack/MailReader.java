package dev.mstv.devstack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes a mail apart. */
final class MailReader {

    private MailReader() {}

    static ReceivedMail read(MovingMessage arrived) throws MessagingException {
        MimeMessage message = arrived.getMessage();
        try {
            return new ReceivedMail(
                    recipients(arrived),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    content(message, "text/plain").orElse(""),
                    content(message, "text/html").orElse(""),
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    source(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> recipients(MovingMessage arrived) {
        return arrived.getToAddresses().stream()
                .map(MailAddress::getEmail)
                .sorted()
                .toList();
    }

    /** The first part of the type, however deep. */
    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = content(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String source(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
