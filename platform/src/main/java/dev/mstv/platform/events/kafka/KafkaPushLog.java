package dev.mstv.platform.events.kafka;

import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushJson;
import dev.mstv.platform.push.PushLog;
import dev.mstv.platform.push.PushesGoneException;
import dev.mstv.platform.redis.Redis;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The log as a topic of one partition, which all processes read from where they want. */
@Singleton
@Primary
@Requires(property = EventTransport.PROPERTY, value = EventTransport.KAFKA)
@Requires(property = Redis.ON, notEquals = "true")
final class KafkaPushLog implements PushLog {

    static final String TOPIC = "mstv.pushes";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final KafkaTopics topics;
    private final KafkaProducer<String, byte[]> producer;

    KafkaPushLog(KafkaClients clients, KafkaTopics topics) {
        this.clients = clients;
        this.topics = topics;
        this.producer = clients.producer();
    }

    @Override
    public void append(List<Push> pushes) {
        try {
            topics.requireLog(TOPIC, KEPT);
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Push push : pushes) {
                sent.add(producer.send(new ProducerRecord<>(TOPIC, PushJson.bytes(push))));
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata unused = one.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        } catch (ExecutionException | TimeoutException | KafkaException | IllegalStateException e) {
            // Perhaps because the topic is gone.
            topics.forget(List.of(TOPIC));
            throw away();
        }
    }

    @Override
    public Reader read(@Nullable String position) throws PushesGoneException {
        try {
            topics.requireLog(TOPIC, KEPT);
            return new KafkaPushReader(clients.reader(), TOPIC, position);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        } catch (KafkaException | IllegalStateException e) {
            throw away();
        }
    }

    static Refusal away() {
        return Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "service_unavailable",
                        "What is told to clients cannot be kept or read now.")
                .retryAfter(Duration.ofSeconds(1))
                .refusal();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
