package dev.mstv.users.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "Ada.Lovelace+notes@mail.example.co.uk",
                "o'brien@example.com",
                "a@b.cd",
                "1@1.23",
                "x@xn--bcher-kva.example"
            })
    void takesAnAddress(String text) {
        assertThat(Email.parse(text)).contains(new Email(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "ada@@example.com",
                "ada@-example.com",
                "ada@example-.com",
                "ada@example..com",
                "ada@.example.com",
                "ada lovelace@example.com",
                "ada@exam ple.com",
                "ada@example.com\n",
                "ada@example.com\r\nBcc: all@example.com",
                "<ada@example.com>",
                "ada@example.com,eve@example.com",
                "\u00e4da@example.com",
                "ada@\u0435xample.com"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(Email.parse(text)).isEmpty();
    }

    @Test
    void refusesAnAddressOfMoreThan254Characters() {
        String domain = ("d".repeat(60) + '.').repeat(4) + "com";
        assertThat(Email.parse("a".repeat(20) + '@' + domain)).isEmpty();
    }

    @Test
    void refusesAMailboxOfMoreThan64Characters() {
        assertThat(Email.parse("a".repeat(65) + "@example.com")).isEmpty();
    }

    @Test
    void cannotBeMadeOfAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Email("ada"));
    }

    @Test
    void keepsWhatWasTyped() {
        assertThat(new Email("Ada@Example.com").value()).isEqualTo("Ada@Example.com");
    }

    @Test
    void isComparedWithoutRegardToCase() {
        assertThat(new Email("ADA@Example.com").key()).isEqualTo(new Email("ada@example.COM").key());
    }
}
