package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

    private static final Map<String, String> ON =
            Map.of("ENABLE_EMAIL_SERVICE", "true", "SMTP_HOST", "mail.example.com", "SMTP_FROM", "mstv@example.com");

    private static MailSettings read(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        MailSettings settings = MailSettings.read(variables);
        variables.refuseFaults();
        return settings;
    }

    private static Map<String, String> on(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(ON);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    private static SmtpSettings smtp(String... namesAndValues) {
        return read(on(namesAndValues)).smtp().orElseThrow();
    }

    @Test
    void mailsAreOffUnlessSomebodySwitchesThemOn() {
        assertThat(read(Map.of("SMTP_HOST", "mail.example.com")).smtp()).isEmpty();
    }

    @Test
    void withoutAServerTheyCannotBeOn() {
        assertThatThrownBy(() -> read(Map.of("ENABLE_EMAIL_SERVICE", "true")))
                .hasMessageContaining("SMTP_HOST: is missing")
                .hasMessageContaining("SMTP_FROM: is missing");
    }

    @Test
    void mailsAreSubmitted() {
        assertThat(smtp().port()).isEqualTo(587);
    }

    @Test
    void thePortOfTlsIsAnother() {
        assertThat(smtp("SMTP_SECURE", "true").port()).isEqualTo(465);
    }

    @Test
    void aUserNeedsAPassword() {
        assertThatThrownBy(() -> smtp("SMTP_USER", "mstv")).hasMessageContaining("SMTP_PASS: is missing");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(smtp("SMTP_USER", "mstv", "SMTP_PASS", "secret-of-mstv").toString())
                .doesNotContain("secret-of-mstv");
    }

    @Test
    void linksHaveOneSlash() {
        assertThat(read(Map.of("APP_URL", "https://example.com/app/")).appUrl()).isEqualTo("https://example.com/app");
    }

    @Test
    void thereIsAUser() {
        assertThat(smtp("SMTP_USER", "mstv", "SMTP_PASS", "secret-of-mstv").user())
                .isEqualTo(Optional.of("mstv"));
    }
}
