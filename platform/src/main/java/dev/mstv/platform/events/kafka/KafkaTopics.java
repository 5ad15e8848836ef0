package dev.mstv.platform.events.kafka;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.events.EventTopics;
import dev.mstv.platform.events.EventTransport;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are not there yet. One that is there stays as its operator made it. Thread-safe. */
@Singleton
@Requires(property = EventTransport.PROPERTY, value = EventTransport.KAFKA)
final class KafkaTopics {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
    private static final int PATIENCE_SECONDS = 15;

    private final KafkaClients clients;
    private final EventTopics topics;
    private final String retention;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    KafkaTopics(KafkaClients clients, EventTopics topics, Settings settings) {
        this.clients = clients;
        this.topics = topics;
        this.retention = Long.toString(settings.events().retention().toMillis());
    }

    /**
     * Sees to it that the topics exist.
     *
     * @throws IllegalStateException if the brokers cannot be asked now
     */
    void require(Collection<String> names) throws InterruptedException {
        List<NewTopic> missing = names.stream()
                .filter(name -> !there.contains(name))
                .map(this::topic)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        try (Admin admin = clients.admin()) {
            for (NewTopic topic : missing) {
                create(admin, topic);
                there.add(topic.name());
            }
        }
    }

    /**
     * Sees to it that a topic of one partition exists, which keeps what it is given for a while.
     *
     * @throws IllegalStateException if the brokers cannot be asked now
     */
    void requireLog(String name, Duration kept) throws InterruptedException {
        if (!there.contains(name)) {
            try (Admin admin = clients.admin()) {
                create(
                        admin,
                        new NewTopic(name, Optional.of(1), Optional.empty())
                                .configs(Map.of(
                                        "retention.ms",
                                        Long.toString(kept.toMillis()),
                                        // What is still written to is kept however old it is.
                                        "segment.ms",
                                        Long.toString(kept.dividedBy(6).toMillis()))));
                there.add(name);
            }
        }
    }

    /** Asks for them again the next time. */
    void forget(Collection<String> names) {
        there.removeAll(names);
    }

    /**
     * Makes those again that are not there any more, because somebody deleted them or the brokers lost their data: a
     * producer would wait for them for ever. Does nothing if the brokers cannot be asked now.
     */
    void restore(Collection<String> names) throws InterruptedException {
        forget(names);
        try {
            require(names);
        } catch (IllegalStateException e) {
            LOG.debug("Whether the topics are there cannot be told now", e);
        }
    }

    private static void create(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topic " + topic.name() + " cannot be made now", e);
            }
        }
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(topics.partitions(name)), Optional.empty())
                .configs(Map.of("retention.ms", retention));
    }
}
