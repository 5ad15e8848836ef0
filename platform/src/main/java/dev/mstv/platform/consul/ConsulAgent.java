package dev.mstv.platform.consul;

import com.google.common.net.HostAndPort;
import dev.mstv.platform.config.ConsulSettings;
import dev.mstv.platform.config.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.kiwiproject.consul.AgentClient;
import org.kiwiproject.consul.Consul;
import org.kiwiproject.consul.HealthClient;
import org.kiwiproject.consul.KeyValueClient;

/**
 * The Consul agent, there as a bean where Consul is on. Nothing is asked of it before somebody asks, so it may be away at
 * the start. Each request ends within 3 s, those of {@link #watch} within 13 s. Thread-safe.
 */
@Singleton
@Requires(property = ConsulAgent.ON, value = "true")
public final class ConsulAgent {

    /** The property that is true where Consul is on. */
    public static final String ON = "mstv.consul";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Consul client;
    private final List<Watch<?>> watches = new CopyOnWriteArrayList<>();

    ConsulAgent(Settings settings, MeterRegistry meters) {
        ConsulSettings consul = settings.consul();
        Consul.Builder builder = Consul.builder()
                .withHostAndPort(HostAndPort.fromParts(consul.host(), consul.port()))
                .withConnectTimeoutMillis(CONNECT_LIMIT.toMillis())
                .withReadTimeoutMillis(LIMIT.toMillis())
                .withWriteTimeoutMillis(LIMIT.toMillis())
                .withPing(false);
        consul.token().ifPresent(builder::withTokenAuth);
        this.client = builder.build();
        Gauge.builder("mstv.consul.silence", this, agent -> agent.silence().toMillis() / 1000.0)
                .description("Since Consul answered the query that waits longest for an answer")
                .baseUnit("seconds")
                .register(meters);
    }

    /** What the application context must know of the settings. */
    public static Map<String, Object> properties(Settings settings) {
        return Map.of(ON, settings.consul().on());
    }

    /** The services of this process. */
    public AgentClient services() {
        return client.agentClient();
    }

    /** Who is there, and well. */
    public HealthClient health() {
        return client.healthClient();
    }

    public KeyValueClient keys() {
        return client.keyValueClient();
    }

    /**
     * Asks until this process ends. The receiver is called on one thread, and must not throw.
     *
     * @param name what is asked for, for people
     */
    public <T> void watch(String name, Query<T> query, Consumer<Answer<T>> receiver) {
        watches.add(new Watch<>(name, query, receiver));
    }

    /** Whether the last attempt of every watch was answered. */
    public boolean answers() {
        return watches.stream().noneMatch(Watch::failing);
    }

    /** Since the last answer of the watch that waits longest for one; at most 11 s while all is well. */
    public Duration silence() {
        return watches.stream()
                .map(Watch::silence)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @PreDestroy
    void close() {
        watches.forEach(Watch::close);
        client.destroy();
    }
}
