package dev.mstv.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTemplateTest {

    private static final Map<String, String> VALUES =
            Map.of("greeting", "Hello <Ada> {{link}} $1", "link", "https://example.com/?a=\"b\"&c");

    private final MailTemplate template = MailTemplate.of("parcel");

    @Test
    void fillsInText() {
        assertThat(template.text(VALUES)).isEqualTo("Hello <Ada> {{link}} $1, see https://example.com/?a=\"b\"&c\n");
    }

    @Test
    void valuesStayTextInHtml() {
        assertThat(template.html(VALUES))
                .isEqualTo("<p>Hello &lt;Ada&gt; {{link}} $1,"
                        + " <a href=\"https://example.com/?a=&quot;b&quot;&amp;c\">see</a></p>\n");
    }

    @Test
    void aMissingValueIsNotLeftOut() {
        assertThatIllegalStateException()
                .isThrownBy(() -> template.text(Map.of("greeting", "Hello")))
                .withMessageContaining("link");
    }

    @Test
    void aTemplateThatIsNotThereIsMissedAtOnce() {
        assertThatIllegalStateException().isThrownBy(() -> MailTemplate.of("nothing"));
    }
}
