package dev.mstv.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in a broker's topics, read by a plain client that is nobody's subscriber. */
final class Topics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String brokers;
    private final KafkaConsumer<String, String> consumer;

    Topics(String brokers) {
        this.brokers = brokers;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "enable.metrics.push", false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** One event as it stands there. */
    record Arrival(String topic, String place, String key, Map<String, String> headers, JsonNode event) {

        static Arrival of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new TreeMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            try {
                String place = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
                return new Arrival(record.topic(), place, record.key(), headers, JSON.readTree(record.value()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON in " + record.topic() + ": " + record.value(), e);
            }
        }

        String id() {
            return event.path("id").textValue();
        }

        String type() {
            return event.path("type").textValue();
        }

        long sequence() {
            return Long.parseLong(event.path("sequence").textValue());
        }
    }

    int partitions(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    /** Every event that is there now, those of one key in their order. */
    List<Arrival> all() {
        List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().endsWith(".events"))
                .flatMap(topic -> topic.getValue().stream())
                .map(Topics::partition)
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Arrival> arrivals = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> arrivals.add(Arrival.of(record)));
        }
        return arrivals;
    }

    /** What the members of a group have noted to have read, and where each partition ends. */
    List<String> read(String group) {
        Map<String, Object> config = Map.of("bootstrap.servers", brokers, "enable.metrics.push", false);
        try (Admin admin = Admin.create(config)) {
            var noted = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> ends = consumer.endOffsets(noted.keySet());
            return noted.entrySet().stream()
                    .map(one -> "%s: %d of %d"
                            .formatted(one.getKey(), one.getValue().offset(), ends.get(one.getKey())))
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
