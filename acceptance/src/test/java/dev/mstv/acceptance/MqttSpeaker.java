package dev.mstv.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserPropertiesBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.devstack.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Says it by messages to {@code commands/…}, and hears the answer on a topic of its own. */
final class MqttSpeaker extends UseCaseSpeaker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TRY = Duration.ofSeconds(1);

    private final String name = "parity-" + UUID.randomUUID();
    private final BlockingQueue<Mqtt5Publish> heard = new LinkedBlockingQueue<>();
    private final Mqtt5AsyncClient client;

    /** Waits until a process takes commands from the broker. */
    MqttSpeaker(int brokerPort) {
        client = Mqtt5Client.builder()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(brokerPort)
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, heard::add);
        var unused = client.connect()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        var subscribed = client.subscribeWith()
                .topicFilter(name)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        Asked nothing = new Asked(NOBODY, "nothing.at_all", true, "{}", NO_KEY);
        if (!Polling.until(PATIENCE, () -> awaited(published(nothing), TRY).isPresent())) {
            throw new AssertionError("Nobody takes commands: " + subscribed);
        }
    }

    @Override
    JsonNode answer(Asked asked) {
        return awaited(published(asked), PATIENCE)
                .orElseThrow(() -> new AssertionError("No answer to " + asked.name()));
    }

    /** Gives the correlation data. */
    ByteBuffer published(Asked asked) {
        byte[] correlation = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        Mqtt5UserPropertiesBuilder properties = Mqtt5UserProperties.builder();
        if (!asked.token().isEmpty()) {
            properties = properties.add("authorization", "Bearer " + asked.token());
        }
        if (!asked.key().isEmpty()) {
            properties = properties.add("idempotency-key", asked.key());
        }
        var unused = client.publishWith()
                .topic("commands/" + asked.name())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(asked.payload().getBytes(StandardCharsets.UTF_8))
                .responseTopic(name)
                .correlationData(correlation)
                .userProperties(properties.build())
                .send()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return ByteBuffer.wrap(correlation);
    }

    /** Passes over late answers to what was asked before. */
    Optional<JsonNode> awaited(ByteBuffer correlation, Duration limit) {
        try {
            while (true) {
                Mqtt5Publish said = heard.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (said == null) {
                    return Optional.empty();
                }
                if (said.getCorrelationData().filter(correlation::equals).isPresent()) {
                    return Optional.of(JSON.readTree(said.getPayloadAsBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        var unused = client.disconnect()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
