package dev.mstv.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.devstack.Polling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A closed loop of requests by MQTT on one connection: so many at once, each followed by the next when answered. */
final class MqttLoad implements Target, AutoCloseable {

    /** As many as MSTV takes at once. */
    static final int AT_ONCE = 32;

    private static final int LIMIT_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Mqtt5AsyncClient client;
    private final List<MqttLane> lanes;

    MqttLoad(int brokerPort, String topic, String payload, String token) {
        client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(brokerPort)
                .buildAsync();
        var unused = client.connect().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        Mqtt5Publish request = Mqtt5Publish.builder()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .userProperties(Mqtt5UserProperties.of(Mqtt5UserProperty.of("authorization", "Bearer " + token)))
                .build();
        // Whoever answers may not listen yet, and what nobody hears is lost.
        if (!Polling.until(PATIENCE, () -> isAnswered(request))) {
            throw new IllegalStateException("Nobody answers at " + topic + "; see .mstv/bench-*.log");
        }
        lanes = Stream.generate(() -> new MqttLane(client, request))
                .limit(AT_ONCE)
                .toList();
    }

    private boolean isAnswered(Mqtt5Publish request) {
        return new MqttLane(client, request)
                .run(System.nanoTime())
                .thenApply(any -> true)
                .completeOnTimeout(false, 1, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public LoadResult run(Duration time) {
        long start = System.nanoTime();
        List<CompletableFuture<long[]>> running =
                lanes.stream().map(lane -> lane.run(start + time.toNanos())).toList();
        long limit = time.plus(PATIENCE).toMillis();
        List<long[]> latencies = running.stream()
                .map(lane -> lane.orTimeout(limit, TimeUnit.MILLISECONDS).join())
                .toList();
        return LoadResult.of(latencies, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void close() {
        var unused =
                client.disconnect().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}
