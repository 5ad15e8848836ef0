package dev.mstv.acceptance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody else who writes into the topics, whatever they like. */
final class Feed implements AutoCloseable {

    private static final int SIXTEEN_MEGABYTES = 16 * 1024 * 1024;
    private static final long LIMIT_SECONDS = 30;

    private final String brokers;
    private final KafkaProducer<byte[], byte[]> producer;

    Feed(String brokers) {
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "max.request.size",
                        SIXTEEN_MEGABYTES,
                        "buffer.memory",
                        2L * SIXTEEN_MEGABYTES,
                        "enable.metrics.push",
                        false),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Lets large messages into a topic. */
    void widen(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp wide = new AlterConfigOp(
                new ConfigEntry("max.message.bytes", String.valueOf(SIXTEEN_MEGABYTES)), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            done(admin.incrementalAlterConfigs(Map.of(resource, List.of(wide))).all());
        }
    }

    /** Writes it and says where it stands, as {@code topic-partition@offset}. */
    String write(String topic, int partition, BadEvent event) {
        RecordMetadata place = done(producer.send(new ProducerRecord<>(
                topic, partition, event.key().orElse(null), event.value().orElse(null))));
        return place.topic() + "-" + place.partition() + "@" + place.offset();
    }

    private static <T> T done(java.util.concurrent.Future<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
