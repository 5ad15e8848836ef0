package dev.mstv.platform.events.kafka;

import dev.mstv.platform.events.Deliveries;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of one module's subscribers, as a member of the module's group. What was read is noted at the broker
 * only when every effect is stored or parked, so nothing is skipped; what is read twice the inbox knows.
 */
final class KafkaListener implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String HEARTBEAT = "last-heartbeat-seconds-ago";
    private static final double NANOS = 1e9;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String module;
    private final KafkaClients clients;
    private final KafkaTopics topics;
    private final Deliveries deliveries;
    private final RecordReader reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long lag;
    private volatile long heard = System.nanoTime();

    KafkaListener(String module, KafkaClients clients, KafkaTopics topics, Deliveries deliveries, RecordReader reader) {
        this.module = module;
        this.clients = clients;
        this.topics = topics;
        this.deliveries = deliveries;
        this.reader = reader;
    }

    /** The module it reads for. */
    String module() {
        return module;
    }

    /** How many events of its partitions it has not read yet, as far as it knows. */
    long lag() {
        return lag;
    }

    /** Since the last heartbeat to the broker; since the start if there was none. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Ends after what is under way. */
    void close() {
        closed.countDown();
    }

    @Override
    public void run() {
        boolean told = false;
        try {
            do {
                try {
                    listen();
                } catch (KafkaException | IllegalStateException e) {
                    if (!told) {
                        LOG.warn("Events for {} cannot be read now, and wait at the broker", module, e);
                    }
                    told = true;
                }
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws InterruptedException {
        Set<String> wanted = deliveries.topics(module);
        topics.require(wanted);
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("mstv." + module)) {
            consumer.subscribe(wanted);
            while (closed.getCount() > 0) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty() && deliver(records, consumer)) {
                    commit(consumer);
                }
                note(consumer);
            }
        } catch (WakeupException e) {
            LOG.debug("Woken to end", e);
        }
    }

    // Not waited for: what is not noted when this process ends or gives a partition away is read again, and the inbox
    // knows it.
    private void commit(KafkaConsumer<?, ?> consumer) {
        consumer.commitAsync((offsets, failure) -> {
            if (failure instanceof RetriableCommitFailedException
                    || failure instanceof RebalanceInProgressException
                    || failure instanceof CommitFailedException) {
                LOG.debug("What was read for {} is noted later", module, failure);
            } else if (failure != null) {
                LOG.warn(
                        "What was read for {} cannot be noted at the broker, and would be read again", module, failure);
            }
        });
    }

    /** False if it was not possible: then everything will be read again. */
    private boolean deliver(ConsumerRecords<String, byte[]> records, KafkaConsumer<?, ?> consumer)
            throws InterruptedException {
        try {
            deliveries.deliver(module, reader.envelopes(records));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Events cannot be delivered to {} now: {}", module, e.getMessage());
            for (TopicPartition partition : records.partitions()) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
            boolean ending = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("Reading them again unless {} is true", ending);
            return false;
        }
    }

    // A poll returns without the broker as well; its heartbeats tell whether the broker is there.
    private void note(KafkaConsumer<?, ?> consumer) {
        lag = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(HEARTBEAT))
                .map(metric -> (Double) metric.metricValue())
                .filter(seconds -> seconds >= 0)
                .findFirst()
                .ifPresent(seconds -> heard = System.nanoTime() - Math.round(seconds * NANOS));
    }
}
