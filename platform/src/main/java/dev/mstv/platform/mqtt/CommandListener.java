package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.platform.config.MqttSettings.Version;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Refusal;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands from the broker once the process has started. Each is acknowledged when it is done and its answer is
 * published, so another process gets what this one had begun when it was killed.
 */
@Singleton
final class CommandListener implements ApplicationEventListener<ServerStartupEvent>, GracefulShutdownCapable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final MqttConnection connection;
    private final CommandService service;
    private final MqttPublisher publisher;
    private final Version version;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mqtt-", 0).factory());

    CommandListener(MqttConnection connection, CommandService service, MqttPublisher publisher, Settings settings) {
        this.connection = connection;
        this.service = service;
        this.publisher = publisher;
        this.version = settings.mqtt().version();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        switch (version) {
            case MQTT_5 -> LOG.debug("Commands come by {}", Mqtt5Link.COMMANDS);
            case MQTT_3_1_1 -> LOG.warn("MQTT 3.1.1 is for publishing alone: no commands come by it");
        }
        connection.open(this::take);
    }

    /** Takes no more commands; those under way come to their end. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        threads.shutdown();
        return CompletableFuture.runAsync(this::await, Thread::startVirtualThread);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
        await();
        threads.shutdownNow();
    }

    private void await() {
        try {
            boolean unused = threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // How many come at once the broker bounds: it awaits their acknowledgements.
    private void take(Mqtt5Publish command) {
        try {
            threads.execute(() -> serve(command));
        } catch (RejectedExecutionException e) {
            LOG.debug("A command is left to others, because this process ends", e);
        }
    }

    private void serve(Mqtt5Publish command) {
        try {
            service.serve(new IncomingCommand(command)).ifPresent(this::respond);
        } finally {
            // Whatever becomes of it, so that the places of this process do not fill.
            command.acknowledge();
        }
    }

    private void respond(MqttMessage answer) {
        try {
            publisher.publish(List.of(answer));
        } catch (Refusal | MqttRefusedException e) {
            LOG.warn("An answer could not be published: {}", e.getMessage());
        }
    }
}
