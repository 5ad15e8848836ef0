package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboundSettingsTest {

    private static OutboundSettings with(String name, String value) {
        return OutboundSettings.read(new Variables(Map.of(name, value)));
    }

    @Test
    void hasTheDefaultsOfTheContract() {
        assertThat(OutboundSettings.read(new Variables(Map.of())))
                .isEqualTo(new OutboundSettings(
                        true,
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        3,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(2)));
    }

    @Test
    void readsBareNumbersAsMilliseconds() {
        assertThat(with("CB_TIMEOUT", "1500").timeout()).isEqualTo(Duration.ofMillis(1500));
    }
}
