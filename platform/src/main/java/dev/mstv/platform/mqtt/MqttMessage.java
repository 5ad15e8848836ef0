package dev.mstv.platform.mqtt;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to be published, once at least, and never retained by the broker. Immutable.
 *
 * @param topic without wildcards
 * @param payload JSON
 * @param properties user properties; MQTT 3.1.1 has none, so there they are left out
 * @param correlation what the asker told its request by; null if the message is no answer
 */
public record MqttMessage(
        String topic,
        String payload,
        Map<String, String> properties,
        @Nullable ByteBuffer correlation) {

    public MqttMessage {
        properties = Map.copyOf(properties);
    }

    /** One that is no answer to anybody. */
    public static MqttMessage of(String topic, String payload, Map<String, String> properties) {
        return new MqttMessage(topic, payload, properties, null);
    }
}
