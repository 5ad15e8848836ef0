package dev.mstv.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageTest {

    private static MailMessage message(String to, String name, String subject) {
        return new MailMessage(new UUID(1, 2), to, name, subject, "text", "<p>html</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: eve@example.com", "Hi\nBcc: eve@example.com", "Hi\u2028Bcc: eve@example.com"})
    void aSubjectIsOneLine(String subject) {
        assertThat(message("ada@example.com", "Ada", subject).subject()).isEqualTo("Hi Bcc: eve@example.com");
    }

    @Test
    void aNameIsOneLine() {
        assertThat(message("ada@example.com", "Ada\r\n\r\nbody", "Hi").name()).isEqualTo("Ada body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@example.com,eve@example.com",
                "Ada <ada@example.com>",
                "ada@exa mple.com",
                "\u00e4da@example.com"
            })
    void goesToOneAddress(String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> message(to, "Ada", "Hi"));
    }
}
