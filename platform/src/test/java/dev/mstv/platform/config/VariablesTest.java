package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    private static final Duration OTHERWISE = Duration.ofSeconds(99);

    private static Variables having(String name, String value) {
        return new Variables(Map.of(name, value));
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "15m,PT15M", "12h,PT12H", "7d,PT168H", "60000,PT1M"})
    void readsADuration(String text, Duration duration) {
        assertThat(having("WAIT", text).duration("WAIT", OTHERWISE)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0s", "-1s", "1.5h", "15 m", "15M", "1w", "m", "P1D", "9999999999999", "999999999999d"})
    void refusesWhatIsNoDuration(String text) {
        Variables variables = having("WAIT", text);
        assertThat(variables.duration("WAIT", OTHERWISE)).isEqualTo(OTHERWISE);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(variables::refuseFaults)
                .withMessage("WAIT: is not valid, allowed is a duration such as 500ms, 30s, 15m, 12h or 7d");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "False,false", "' true ',true"})
    void readsAFlagInAnyCase(String text, boolean flag) {
        assertThat(having("ON", text).flag("ON", !flag)).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "yes", "no", "on", "t", "truee"})
    void refusesEverythingElseAsAFlag(String text) {
        Variables variables = having("ON", text);
        assertThat(variables.flag("ON", true)).isTrue();
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(variables::refuseFaults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10"})
    void countsBothEndsOfARange(String text) {
        Variables variables = having("N", text);
        assertThat(variables.number("N", 5, 1, 10)).isEqualTo(Long.parseLong(text));
        assertThatNoException().isThrownBy(variables::refuseFaults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "1.0", "0x5", "five", "99999999999999999999"})
    void refusesNumbersOutsideOfTheRange(String text) {
        Variables variables = having("N", text);
        assertThat(variables.number("N", 5, 1, 10)).isEqualTo(5);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(variables::refuseFaults)
                .withMessage("N: is not valid, allowed is a whole number from 1 to 10");
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(having("NAME", "  ").text("NAME")).isEmpty();
    }

    @Test
    void splitsAListAtCommas() {
        assertThat(having("NAMES", "users, auth ,,users").list("NAMES")).containsExactly("users", "auth");
    }

    @Test
    void namesEveryFaultAtOnce() {
        Variables variables = new Variables(Map.of("A", "maybe", "B", "x"));
        variables.flag("A", true);
        variables.number("B", 1, 1, 2);
        variables.fault("C", "is missing");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(variables::refuseFaults)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                        .containsExactly(
                                "A: is not valid, allowed is true or false",
                                "B: is not valid, allowed is a whole number from 1 to 2",
                                "C: is missing"));
    }

    @Test
    void doesNotPrintTheValueThatItRefuses() {
        Variables variables = having("SECRET", "hunter2");
        variables.flag("SECRET", false);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(variables::refuseFaults)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
}
