package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboundSettingsTest {

    private static OutboundSettings with(String name, String value) {
        return Configured.with(name, value).settings().outbound();
    }

    @Test
    void hasTheDefaultsOfTheContract() {
        assertThat(new Configured().settings().outbound())
                .isEqualTo(new OutboundSettings(
                        true,
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        3,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(2),
                        512));
    }

    @Test
    void readsBareNumbersAsMilliseconds() {
        assertThat(with("CB_TIMEOUT", "1500").timeout()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void leavesHalfOfWhatIsServedToOtherTargets() {
        assertThat(with("INBOUND_LIMIT", "100").concurrency()).isEqualTo(50);
    }

    @Test
    void letsAtLeastOneCallThrough() {
        assertThat(with("INBOUND_LIMIT", "1").concurrency()).isEqualTo(1);
    }

    @Test
    void servesMoreWhereMoreConnectionsAre() {
        assertThat(Configured.with("DATABASE_POOL_SIZE", "32")
                        .settings()
                        .limits()
                        .inbound())
                .isEqualTo(2048);
    }
}
