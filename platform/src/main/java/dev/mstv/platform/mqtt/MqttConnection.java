package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.MqttSettings;
import dev.mstv.platform.config.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection of this process to the broker. Thread-safe. */
@Singleton
final class MqttConnection {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final Duration END = Duration.ofSeconds(3);
    private static final int MADE_UP = 8;

    /** Topic and properties of a packet, beside its payload. */
    private static final int HEAD = 65_536;

    private final String id;
    private final ConnectionState state;
    private final MqttLink link;

    MqttConnection(Settings settings, Composition composition, MeterRegistry meters) {
        MqttSettings mqtt = settings.mqtt();
        this.id = mqtt.clientId()
                .orElseGet(() -> composition.service()
                        + '-'
                        + UUID.randomUUID().toString().substring(0, MADE_UP));
        this.state = new ConnectionState(mqtt.address().orElseThrow().toString());
        this.link = switch (mqtt.version()) {
            case MQTT_5 -> new Mqtt5Link(mqtt, id, settings.http().bodyLimit() + HEAD, state);
            case MQTT_3_1_1 -> new Mqtt3Link(mqtt, id, state);
        };
        Gauge.builder("mstv.mqtt.up", link, any -> any.connected() ? 1 : 0)
                .description("1 if the MQTT broker is connected")
                .register(meters);
    }

    /** Connects from now on; see {@link MqttLink#open}. */
    void open(Consumer<Mqtt5Publish> commands) {
        link.open(commands);
    }

    CompletableFuture<?> send(MqttMessage message) {
        return link.send(message);
    }

    boolean connected() {
        return link.connected();
    }

    /** What the broker knows this process by. */
    String id() {
        return id;
    }

    /** How long the broker has been away; nothing if it is there. */
    Duration away() {
        return connected() ? Duration.ZERO : Duration.ofNanos(state.awayNanos());
    }

    @PreDestroy
    void close() {
        state.ending();
        try {
            var unused = link.close().get(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The broker was not told that this process ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
