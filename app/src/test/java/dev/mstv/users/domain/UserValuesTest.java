package dev.mstv.users.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DisplayName, Role and PasswordHash. */
class UserValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Ada Lovelace",
                "O'Brien",
                "\u5c71\u7530\u592a\u90ce",
                "\u0645\u062d\u0645\u062f",
                "A",
                "\ud83d\udc69\u200d\ud83d\udd2c",
                "X \u00c6 A-12"
            })
    void takesANameOfAnyScript(String text) {
        assertThat(new DisplayName(text).value()).isEqualTo(text);
    }

    @Test
    void countsANamesCharactersAsAPersonWouldRead() {
        String name = "\ud83d\udd11".repeat(100);
        assertThat(new DisplayName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t", "\u00a0", "\u3000", "a\nb", "a\u0000b", "a\u0007", "\ud800", "\u200b", "\u202e"})
    void refusesAnInvisibleOrBrokenName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(text));
    }

    @Test
    void refusesANameOfMoreThan100Characters() {
        String name = "a".repeat(101);
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(name));
    }

    @ParameterizedTest
    @CsvSource({"user,USER", "admin,ADMIN"})
    void readsARole(String label, Role role) {
        assertThat(Role.of(label)).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"USER,user", "ADMIN,admin"})
    void callsARoleByItsLabel(Role role, String label) {
        assertThat(role.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "root", "administrator", " user"})
    void knowsNoOtherRole(String label) {
        assertThatIllegalArgumentException().isThrownBy(() -> Role.of(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password123", "{bcrypt}$2a$10$", "$1$md5"})
    void refusesAHashThatItCannotVerify(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash(text));
    }

    @Test
    void doesNotPrintAHash() {
        assertThat(new PasswordHash("$2a$10$" + "a".repeat(53))).hasToString("PasswordHash[\u2026]");
    }
}
