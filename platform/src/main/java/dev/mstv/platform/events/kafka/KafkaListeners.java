package dev.mstv.platform.events.kafka;

import dev.mstv.platform.events.Deliveries;
import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.events.EventTypes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One listener for each module of this process that has subscribers. */
@Singleton
@Requires(property = EventTransport.PROPERTY, value = EventTransport.KAFKA)
final class KafkaListeners implements ApplicationEventListener<ServerStartupEvent> {

    private static final Duration END = Duration.ofSeconds(10);

    private final List<KafkaListener> listeners;
    // Kafka's consumer waits in native selectors and under locks of its own: a thread of the system for each.
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("kafka-listener-", 0).factory());

    KafkaListeners(
            KafkaClients clients, KafkaTopics topics, Deliveries deliveries, EventTypes types, MeterRegistry meters) {
        this.listeners = deliveries.modules().stream()
                .map(module -> new KafkaListener(
                        module, clients, topics, deliveries, new RecordReader(module, deliveries, types, meters)))
                .toList();
        for (KafkaListener listener : listeners) {
            Gauge.builder("mstv.events.consumer.lag", listener, KafkaListener::lag)
                    .description("Events that a module's subscribers have not read yet from their broker")
                    .tag("module", listener.module())
                    .register(meters);
            Gauge.builder("mstv.events.consumer.silence.seconds", listener, one -> one.silence()
                            .toSeconds())
                    .description("Since a module's subscribers have reached their broker")
                    .tag("module", listener.module())
                    .register(meters);
        }
    }

    /** One for each module. */
    List<KafkaListener> all() {
        return listeners;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        listeners.forEach(threads::execute);
    }

    @PreDestroy
    void close() throws InterruptedException {
        listeners.forEach(KafkaListener::close);
        threads.shutdown();
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
