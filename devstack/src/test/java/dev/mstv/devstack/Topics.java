package dev.mstv.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics of one partition at a broker, by clients that know only its address. */
final class Topics {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void create(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    /** Returns once the broker has acknowledged it; fails with a timeout if it does not within the limit. */
    void send(String topic, String value, Duration limit) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "max.block.ms",
                limit.toMillis(),
                "linger.ms",
                0,
                "request.timeout.ms",
                (int) limit.toMillis(),
                "delivery.timeout.ms",
                (int) limit.toMillis());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void send(String topic, String value) throws Exception {
        send(topic, value, LIMIT);
    }

    /** What the topic holds, from its beginning; waits for the first of it. */
    List<String> read(String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return Stream.of(consumer.poll(LIMIT))
                    .flatMap(records -> records.records(partition).stream())
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    /** Where the broker has its data. */
    Path directory() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings())) {
            int broker = admin.describeCluster().controller().get().id();
            return admin.describeLogDirs(List.of(broker)).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.keySet().stream())
                    .map(Path::of)
                    .findAny()
                    .orElseThrow();
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
