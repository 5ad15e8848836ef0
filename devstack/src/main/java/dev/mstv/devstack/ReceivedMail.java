package dev.mstv.devstack;

import java.util.List;

/**
 * A mail as it arrived.
 *
 * @param recipients the addresses of the envelope, sorted; also those that no header names
 * @param subject the decoded subject, empty if there is none
 * @param text the plain text, decoded; empty if there is none
 * @param html the HTML, decoded; empty if there is none
 * @param messageId the {@code Message-ID} with its angle brackets, empty if there is none
 * @param source all of it, undecoded, each byte a character
 */
public record ReceivedMail(
        List<String> recipients, String subject, String text, String html, String messageId, String source) {

    public ReceivedMail {
        recipients = List.copyOf(recipients);
    }
}
