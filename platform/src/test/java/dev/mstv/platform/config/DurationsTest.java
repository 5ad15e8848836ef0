package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"60000,PT1M", "500ms,PT0.5S", "30s,PT30S", "15m,PT15M", "12h,PT12H", "7d,PT168H"})
    void areRead(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "soon", "-1s", "1.5s", "1 s", "5w", "36501d", "999999999999d"})
    void areRefused(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500ms", "90s", "1m", "61m", "1h", "7d"})
    void areWrittenAsShortAsCanBe(String text) {
        assertThat(Durations.text(Durations.parse(text))).isEqualTo(text);
    }
}
