package dev.mstv.platform.config;

import java.net.URI;
import java.util.Optional;

/**
 * How mails leave.
 *
 * @param smtp the server that takes them; empty if mails are stored and not sent
 * @param appUrl where the links in them lead, without a slash at its end
 */
public record MailSettings(Optional<SmtpSettings> smtp, String appUrl) {

    static MailSettings read(Variables variables) {
        return new MailSettings(
                SmtpSettings.read(variables),
                variables.parsed(
                        "APP_URL", "http://localhost:3000", "a URL such as https://example.com", MailSettings::url));
    }

    private static String url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException();
        }
        return text.replaceAll("/+$", "");
    }
}
