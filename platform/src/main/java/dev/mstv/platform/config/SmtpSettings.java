package dev.mstv.platform.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SMTP server that takes our mails.
 *
 * @param tls true for TLS from the first byte; false for STARTTLS if the server offers it
 * @param user empty if the server wants no login
 * @param password empty exactly if there is no user. Never printed.
 * @param from the sender's address
 */
public record SmtpSettings(
        String host, int port, boolean tls, Optional<String> user, Optional<String> password, String from) {

    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>\",;:\\\\]]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;
    private static final int MAX_PORT = 65_535;

    static Optional<SmtpSettings> read(Variables variables) {
        boolean on = variables.flag("ENABLE_EMAIL_SERVICE", false);
        boolean tls = variables.flag("SMTP_SECURE", false);
        SmtpSettings settings = new SmtpSettings(
                variables.text("SMTP_HOST", ""),
                (int) variables.number("SMTP_PORT", tls ? SUBMISSION_OVER_TLS : SUBMISSION, 1, MAX_PORT),
                tls,
                variables.text("SMTP_USER"),
                variables.text("SMTP_PASS"),
                variables.parsed("SMTP_FROM", "", "an e-mail address", SmtpSettings::address));
        if (!on) {
            return Optional.empty();
        }
        settings.refuseGaps(variables);
        return Optional.of(settings);
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ':' + port + ']';
    }

    private void refuseGaps(Variables variables) {
        for (String needed : new String[] {"SMTP_HOST", "SMTP_FROM"}) {
            if (!variables.present(needed)) {
                variables.fault(needed, "is missing, and ENABLE_EMAIL_SERVICE is true");
            }
        }
        if (user.isPresent() != password.isPresent()) {
            variables.fault(
                    user.isPresent() ? "SMTP_PASS" : "SMTP_USER", "is missing, and the other of the two is set");
        }
    }

    private static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
