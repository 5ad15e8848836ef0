package dev.mstv.platform.mail;

import dev.mstv.platform.config.MailSettings;
import java.util.Map;

/** By what mails leave this process; if by nothing, there is no {@link Mailer}. */
public final class MailSwitch {

    static final String PROPERTY = "mstv.mail";
    static final String SMTP = "smtp";

    private MailSwitch() {}

    public static Map<String, Object> properties(MailSettings settings) {
        return Map.of(PROPERTY, settings.smtp().isPresent() ? SMTP : "none");
    }
}
