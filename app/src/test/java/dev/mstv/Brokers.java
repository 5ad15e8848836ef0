package dev.mstv;

import dev.mstv.devstack.Mqtt;
import dev.mstv.devstack.Polling;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The MQTT broker that tests of one JVM share, one after the other, and processes that use one. */
final class Brokers {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Brokers() {}

    static Mqtt shared() {
        return Shared.MQTT;
    }

    private static final class Shared {
        static final Mqtt MQTT = Mqtt.temporary();
    }

    /** A process that is connected to a broker; whoever starts it closes it. */
    static ApplicationContext process(String url, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("ENABLE_MQTT", "true", "MQTT_BROKER_URL", url));
        environment.putAll(more);
        ApplicationContext process = RunningProcess.start(environment);
        if (!awaits(process, true)) {
            process.close();
            throw new AssertionError("Not connected to " + url);
        }
        return process;
    }

    /** Whether a process gets to be connected, or not to be. */
    static boolean awaits(ApplicationContext process, boolean connected) {
        return Polling.until(LIMIT, () -> connected(process) == connected);
    }

    static boolean connected(ApplicationContext process) {
        return process.getBean(MeterRegistry.class).get("mstv.mqtt.up").gauge().value() == 1;
    }

    /** How many commands a process has served, whatever became of them. */
    static double commands(ApplicationContext process) {
        return process.getBean(MeterRegistry.class).get("mstv.mqtt.commands").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
