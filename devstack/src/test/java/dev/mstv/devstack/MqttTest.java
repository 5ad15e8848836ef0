package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient.Mqtt5Publishes;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The broker as its users see it. */
class MqttTest {

    private static Mqtt5BlockingClient client(String name, int port) {
        return Mqtt5Client.builder()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
    }

    private static void connect(Mqtt5BlockingClient client) {
        var unused = client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send();
    }

    @Test
    void keepsWhatIsQueuedForWhoComesBackOverARestart() throws Exception {
        try (Mqtt mqtt = Mqtt.temporary()) {
            Mqtt5BlockingClient reader = client("reader", mqtt.port());
            connect(reader);
            var subscribed = reader.subscribeWith()
                    .topicFilter("a/#")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            assertThat(subscribed).isNotNull();
            reader.disconnect();
            Mqtt5BlockingClient writer = client("writer", mqtt.port());
            connect(writer);
            var published = writer.publishWith()
                    .topic("a/b")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload("kept".getBytes(StandardCharsets.UTF_8))
                    .send();
            assertThat(published.getError()).isEmpty();
            mqtt.restart();
            try (Mqtt5Publishes messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
                connect(reader);
                Optional<Mqtt5Publish> received = messages.receive(20, TimeUnit.SECONDS);
                assertThat(received).hasValueSatisfying(message -> assertThat(message.getPayloadAsBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("kept"));
            }
            reader.disconnect();
        }
    }

    @Test
    void letsInTheOneUserItKnows() {
        try (Mqtt mqtt = Mqtt.temporarySecured("ada", "a-password")) {
            Mqtt5BlockingClient nobody = client("nobody", mqtt.port());
            assertThatExceptionOfType(Mqtt5ConnAckException.class).isThrownBy(() -> connect(nobody));
        }
    }
}
