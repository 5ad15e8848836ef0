package dev.mstv.bench.bare;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A bare client that answers each request with a user from memory. */
public final class BareMqtt implements AutoCloseable {

    /** Where it takes requests. */
    public static final String TOPIC = "bare/get_user";

    private static final int LIMIT_SECONDS = 30;
    // What MSTV's answer looks like.
    private static final String ANSWER = "{\"success\":true,\"data\":{\"value\":{\"id\":\"" + new UUID(0, 1)
            + "\",\"email\":\"ada@example.com\",\"name\":\"Ada\",\"role\":\"user\","
            + "\"createdAt\":\"2026-01-01T00:00:00.000000Z\",\"updatedAt\":\"2026-01-01T00:00:00.000000Z\","
            + "\"emailVerified\":false},\"version\":1},\"timestamp\":\"2026-01-01T00:00:00.000000Z\"}";

    private final Mqtt5AsyncClient client;

    private BareMqtt(int brokerPort) {
        client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(brokerPort)
                .buildAsync();
        var unusedConnection =
                client.connect().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        var unusedSubscription = client.subscribeWith()
                .topicFilter("$share/bare/" + TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::answer)
                .send()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Begins to answer by the broker at that port. */
    public static BareMqtt start(int brokerPort) {
        return new BareMqtt(brokerPort);
    }

    /**
     * As {@link #start}, until the process ends.
     *
     * @param args port of the broker
     */
    public static void main(String[] args) {
        BareMqtt bare = start(Integer.parseInt(args[0]));
        System.out.println("bare by " + bare.client.getConfig().getServerPort());
    }

    private void answer(Mqtt5Publish request) {
        request.getResponseTopic().ifPresent(topic -> client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(ANSWER.getBytes(StandardCharsets.UTF_8))
                .send());
    }

    @Override
    public void close() {
        var unused =
                client.disconnect().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}
