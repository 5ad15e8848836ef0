package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command as it came: what it asks for, and what its sender says about it. Nothing of it is to be believed yet. */
record IncomingCommand(Mqtt5Publish message) {

    private static final String TOPIC = "commands/";

    /** What is asked for, be it a use case or not. */
    String name() {
        String topic = message.getTopic().toString();
        return topic.startsWith(TOPIC) ? topic.substring(TOPIC.length()) : "";
    }

    int size() {
        return message.getPayload().map(ByteBuffer::remaining).orElse(0);
    }

    byte[] payload() {
        return message.getPayloadAsBytes();
    }

    /** Where the answer is wanted; empty if none is wanted. */
    Optional<String> responseTopic() {
        return message.getResponseTopic().map(MqttUtf8String::toString);
    }

    @Nullable
    ByteBuffer correlation() {
        return message.getCorrelationData().orElse(null);
    }

    /** The first value of a user property; null if there is none. */
    @Nullable
    String property(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Whether a property is there more than once, so that nobody can say what is meant. */
    boolean ambiguous(String name) {
        return values(name).size() > 1;
    }

    private List<String> values(String name) {
        return message.getUserProperties().asList().stream()
                .filter(property -> property.getName().toString().equals(name))
                .map(property -> property.getValue().toString())
                .toList();
    }
}
