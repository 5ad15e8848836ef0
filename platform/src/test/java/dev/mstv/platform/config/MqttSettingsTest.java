package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "mqtt://broker,mqtt://broker:1883",
        "mqtts://broker,mqtts://broker:8883",
        "mqtt://broker:51883/,mqtt://broker:51883",
        "mqtts://[::1]:1,mqtts://[::1]:1"
    })
    void knowsTheUsualPorts(String told, String address) {
        assertThat(Configured.with("MQTT_BROKER_URL", told).settings().mqtt().address())
                .contains(URI.create(address));
    }

    @Test
    void missesTheUserOfAPassword() {
        assertThat(Configured.with("MQTT_PASSWORD", "hunter2").faults())
                .singleElement()
                .asString()
                .isEqualTo("MQTT_USERNAME: is missing, and MQTT_PASSWORD is set");
    }

    @Test
    void doesNotPrintThePassword() {
        assertThat(Configured.with("MQTT_USERNAME", "ada")
                        .and("MQTT_PASSWORD", "hunter2")
                        .settings()
                        .toString())
                .doesNotContain("hunter2");
    }
}
