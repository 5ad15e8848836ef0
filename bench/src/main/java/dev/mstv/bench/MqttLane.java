package dev.mstv.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One request after the other, until a time, each answered on a topic of this lane alone. */
final class MqttLane {

    private static final int LIMIT_SECONDS = 30;

    private final Mqtt5AsyncClient client;
    private final Mqtt5Publish request;
    private CompletableFuture<long[]> done = CompletableFuture.completedFuture(new long[0]);
    private Latencies latencies = new Latencies();
    private long begin;
    private long end;

    MqttLane(Mqtt5AsyncClient client, Mqtt5Publish request) {
        String topic = "bench/" + UUID.randomUUID();
        this.client = client;
        this.request = request.extend().responseTopic(topic).build();
        var unused = client.subscribeWith()
                .topicFilter(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::answered)
                .send()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** How long each took, in nanoseconds; fails with the first that is refused. One run at a time. */
    CompletableFuture<long[]> run(long until) {
        CompletableFuture<long[]> now = new CompletableFuture<>();
        synchronized (this) {
            done = now;
            latencies = new Latencies();
            end = until;
            next();
        }
        return now;
    }

    private void next() {
        begin = System.nanoTime();
        var unused = client.publish(request);
    }

    private synchronized void answered(Mqtt5Publish answer) {
        String text = new String(answer.getPayloadAsBytes(), StandardCharsets.UTF_8);
        long now = System.nanoTime();
        latencies.add(now - begin);
        if (!text.startsWith("{\"success\":true")) {
            done.completeExceptionally(new IllegalStateException("A request was answered by " + text));
        } else if (now < end) {
            next();
        } else {
            done.complete(latencies.all());
        }
    }
}
