package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Mqtt;
import dev.mstv.platform.events.Subscriber;
import dev.mstv.platform.security.Caller;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By TLS or not, in the older version of the protocol, with a broker that is not there: each kind of connection. */
class MqttConnectionsTest {

    private static final String USER = "ada";
    private static final String PASSWORD = "a-password";

    private static Mqtt secured;

    @BeforeAll
    static void start() {
        secured = Mqtt.temporarySecured(USER, PASSWORD);
    }

    @AfterAll
    static void end() {
        secured.close();
    }

    private static Map<String, String> login(String ca) {
        return Map.of("MQTT_CA_PATH", ca, "MQTT_USERNAME", USER, "MQTT_PASSWORD", PASSWORD);
    }

    @Test
    void trustsTheCertificateOfTheFile() {
        try (ApplicationContext process =
                Brokers.process(secured.tlsUrl(), login(secured.certificate().toString()))) {
            assertThat(Brokers.connected(process)).isTrue();
        }
    }

    @Test
    void startsAndDoesNotConnectToWhomItDoesNotTrust() {
        Map<String, String> environment = Map.of(
                "ENABLE_MQTT",
                "true",
                "MQTT_BROKER_URL",
                secured.tlsUrl(),
                "MQTT_USERNAME",
                USER,
                "MQTT_PASSWORD",
                PASSWORD);
        try (ApplicationContext process = RunningProcess.start(environment)) {
            // It serves meanwhile, and an attempt takes a moment only.
            Caller.User ada = new Shop(process).buyer();
            assertThat(ada).isNotNull();
            assertThat(Brokers.connected(process)).isFalse();
        }
    }

    @Test
    void publishesByTheOlderVersionOfTheProtocol() {
        try (Device device = new Device(Brokers.shared(), "users/+/registered");
                ApplicationContext process = Brokers.process(Brokers.shared().url(), Map.of("MQTT_VERSION", "3.1.1"))) {
            Caller.User ada = new Shop(process).buyer();
            assertThat(Device.json(device.await("users/" + ada.userId() + "/registered"))
                            .path("event")
                            .asText())
                    .isEqualTo("registered");
        }
    }

    @Test
    void aGatewayPublishesNothing() {
        try (Split split = new Split("users,auth,orders,payments,notifications,audit");
                ApplicationContext gateway = split.gateway(Map.of(
                        "ENABLE_MQTT",
                        "true",
                        "MQTT_BROKER_URL",
                        Brokers.shared().url()))) {
            assertThat(gateway.getBeansOfType(Subscriber.class)).isEmpty();
        }
    }
}
