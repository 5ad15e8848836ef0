package dev.mstv.platform.events.kafka;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.EventTopics;
import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.events.Transport;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events to their topics, by aggregate, and waits until every replica that counts has them. */
@Singleton
@Requires(property = EventTransport.PROPERTY, value = EventTransport.KAFKA)
final class KafkaTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTransport.class);
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final KafkaTopics topics;
    private final EventTopics names;
    private final KafkaProducer<String, byte[]> producer;

    KafkaTransport(KafkaClients clients, KafkaTopics topics, EventTopics names) {
        this.topics = topics;
        this.names = names;
        this.producer = clients.producer();
    }

    @Override
    public void send(List<Envelope> events) throws InterruptedException {
        Set<String> wanted =
                events.stream().map(event -> names.of(event.type())).collect(Collectors.toSet());
        topics.require(wanted);
        try {
            for (Future<RecordMetadata> one : begun(events, wanted)) {
                await(one, wanted);
            }
        } catch (IllegalStateException e) {
            // Perhaps because one is gone.
            topics.forget(wanted);
            throw e;
        }
    }

    private List<Future<RecordMetadata>> begun(List<Envelope> events, Set<String> wanted) throws InterruptedException {
        List<Future<RecordMetadata>> begun = new ArrayList<>(events.size());
        for (Envelope event : events) {
            Future<RecordMetadata> one = producer.send(record(event));
            if (one.isDone()) {
                // It may have been refused here, for want of a broker or of memory: then a later one must not go
                // either.
                await(one, wanted);
            }
            begun.add(one);
        }
        return begun;
    }

    private ProducerRecord<String, byte[]> record(Envelope event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(names.of(event.type()), event.stream().toString(), CloudEvents.write(event));
        record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        if (event.traceparent() != null) {
            record.headers().add("traceparent", event.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    // As long as it takes: the producer tries again by itself, and sending once more would only add to what waits.
    private void await(Future<RecordMetadata> sent, Set<String> wanted) throws InterruptedException {
        while (true) {
            try {
                sent.get(USUAL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.warn("Kafka has not taken events for {} s; they wait", USUAL.toSeconds());
                topics.restore(wanted);
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event", e.getCause());
            }
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
