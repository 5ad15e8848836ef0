package dev.mstv.platform.sse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.push.PushChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the process is that a client is connected to, told every few seconds. */
@Singleton
final class SystemMetrics {

    static final Duration PERIOD = Duration.ofSeconds(5);

    private static final String CHANNEL = "system-metrics";

    private final String service;
    private final MeterRegistry meters;
    private final ObjectMapper json;
    private final Clock clock;

    SystemMetrics(Composition composition, MeterRegistry meters, ObjectMapper json, Clock clock) {
        this.service = composition.service();
        this.meters = meters;
        this.json = json;
        this.clock = clock;
    }

    /** The channel as those see it who ask for it. */
    @Factory
    static final class Channel {

        @Bean
        @Singleton
        PushChannel channel() {
            return new PushChannel(CHANNEL, "read", "Metrics", false);
        }
    }

    void tell(Collection<Stream> streams) {
        List<Stream> asking = streams.stream()
                .filter(stream -> stream.channel().equals(CHANNEL))
                .toList();
        if (!asking.isEmpty()) {
            Event<String> now = Event.of(now()).name(CHANNEL);
            asking.forEach(stream -> stream.put(now));
        }
    }

    private String now() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("service", service);
        figures.put("timestamp", clock.instant());
        figures.put("process", ProcessHandle.current().pid());
        figures.put("heapBytes", gauges("jvm.memory.used", "area", "heap"));
        figures.put("cpu", gauges("process.cpu.usage"));
        figures.put("uptimeSeconds", gauges("process.uptime"));
        figures.put("connections", gauges("mstv.edge.connections"));
        figures.put("messages", count("mstv.bus.messages"));
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double gauges(String name, String... tags) {
        return Search.in(meters).name(name).tags(tags).gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    private long count(String name) {
        return Search.in(meters).name(name).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
