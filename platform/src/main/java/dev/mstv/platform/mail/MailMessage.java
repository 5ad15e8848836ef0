package dev.mstv.platform.mail;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person. What would end a line of its head is a blank in it, so that no value adds a header.
 *
 * @param id of the mail, the same whenever it is sent: its Message-ID is made of it
 * @param to an address
 * @param name of the person; null if not known
 * @param text for readers without HTML
 * @param html a whole document
 */
public record MailMessage(UUID id, String to, @Nullable String name, String subject, String text, String html) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\u2028\u2029]+");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>,;]]+@[!-~&&[^<>,;@]]+");

    public MailMessage {
        if (!ADDRESS.matcher(to).matches()) {
            throw new IllegalArgumentException("Not the address of one person");
        }
        name = name == null ? null : line(name);
        subject = line(subject);
    }

    @Override
    public String toString() {
        return "MailMessage[" + id + ']';
    }

    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
