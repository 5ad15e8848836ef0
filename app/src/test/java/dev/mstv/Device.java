package dev.mstv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.devstack.Mqtt;
import dev.mstv.devstack.Polling;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of a broker, on a connection of its own: hears what is published, and asks for things. */
final class Device implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long CALL_SECONDS = 30;
    private static final Duration TRY = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final String name = "device-" + UUID.randomUUID();
    private final String answers = "devices/" + name + "/answers";
    private final List<Mqtt5Publish> heard = new CopyOnWriteArrayList<>();
    private final Mqtt5AsyncClient client;

    /** Connects, and hears what goes to these topics also while it is not connected. */
    Device(Mqtt broker, String... filters) {
        client = Mqtt5Client.builder()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .automaticReconnect()
                .initialDelay(100, TimeUnit.MILLISECONDS)
                .maxDelay(500, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, heard::add);
        var unused = client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send()
                .orTimeout(CALL_SECONDS, TimeUnit.SECONDS)
                .join();
        hear(answers);
        for (String filter : filters) {
            hear(filter);
        }
    }

    private void hear(String filter) {
        var unused = client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .orTimeout(CALL_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The first message that goes to a topic, or has gone there. */
    Mqtt5Publish await(String topic) {
        if (!Polling.until(LIMIT, () -> on(topic).isPresent())) {
            throw new AssertionError("Nothing came to " + topic + ", but to "
                    + heard.stream()
                            .map(message -> message.getTopic().toString())
                            .toList());
        }
        return on(topic).orElseThrow();
    }

    private Optional<Mqtt5Publish> on(String topic) {
        return heard.stream()
                .filter(message -> message.getTopic().toString().equals(topic))
                .findFirst();
    }

    /** Waits for a message on a topic that says this. */
    boolean hears(String topic, Predicate<JsonNode> wanted) {
        return Polling.until(LIMIT, () -> heard.stream()
                .filter(message -> message.getTopic().toString().equals(topic))
                .anyMatch(message -> wanted.test(json(message))));
    }

    /** Those topics to which something has gone so far. */
    List<String> topics() {
        return heard.stream().map(message -> message.getTopic().toString()).toList();
    }

    /** Waits until a process takes commands. */
    void awaitCommands() {
        if (!Polling.until(LIMIT, () -> answer(publish("nothing.at_all", "{}", Map.of()), TRY)
                .isPresent())) {
            throw new AssertionError("Nobody takes commands");
        }
    }

    /** Asks for a use case and awaits the answer. */
    Mqtt5Publish ask(String useCase, String payload, Map<String, String> properties) {
        return awaitAnswer(publish(useCase, payload, properties));
    }

    /** Asks for a use case, and awaits nothing. */
    String publish(String useCase, String payload, Map<String, String> properties) {
        String correlation = UUID.randomUUID().toString();
        publish(useCase, payload, properties, correlation);
        return correlation;
    }

    /** Asks for a use case by the caller's own correlation data. */
    void publish(String useCase, String payload, Map<String, String> properties, String correlation) {
        publish(request(useCase, payload, properties)
                .extend()
                .responseTopic(answers)
                .correlationData(correlation.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    /** A request that awaits no answer. */
    static Mqtt5Publish request(String useCase, String payload, Map<String, String> properties) {
        return Mqtt5Publish.builder()
                .topic("commands/" + useCase)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .userProperties(Mqtt5UserProperties.of(properties.entrySet().stream()
                        .map(property -> Mqtt5UserProperty.of(property.getKey(), property.getValue()))
                        .toList()))
                .build();
    }

    void publish(Mqtt5Publish message) {
        var unused = client.publish(message)
                .orTimeout(CALL_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    Mqtt5Publish awaitAnswer(String correlation) {
        return answer(correlation, LIMIT).orElseThrow(() -> new AssertionError("No answer"));
    }

    private Optional<Mqtt5Publish> answer(String correlation, Duration limit) {
        boolean unused = Polling.until(limit, () -> answer(correlation).isPresent());
        return answer(correlation);
    }

    private Optional<Mqtt5Publish> answer(String correlation) {
        ByteBuffer wanted = ByteBuffer.wrap(correlation.getBytes(StandardCharsets.UTF_8));
        return heard.stream()
                .filter(message ->
                        message.getCorrelationData().filter(wanted::equals).isPresent())
                .findFirst();
    }

    static JsonNode json(Mqtt5Publish message) {
        try {
            return JSON.readTree(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Optional<String> property(Mqtt5Publish message, String name) {
        return message.getUserProperties().asList().stream()
                .filter(property -> property.getName().toString().equals(name))
                .map(property -> property.getValue().toString())
                .findFirst();
    }

    @Override
    public void close() {
        var unused =
                client.disconnect().orTimeout(CALL_SECONDS, TimeUnit.SECONDS).join();
    }
}
