package dev.mstv;

import dev.mstv.devstack.Ports;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The application as several processes of this JVM, which reach each other by gRPC, on one database. */
final class Split implements AutoCloseable {

    static final String SECRET = "another-secret-of-more-than-thirty-two-bytes";

    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, ApplicationContext> processes = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    /**
     * Starts them.
     *
     * @param groups each the modules of one process, with commas
     */
    Split(String... groups) {
        for (String group : groups) {
            ports.put(group, Ports.free());
        }
        environment.put("DATABASE_URL", RunningProcess.newDatabase());
        environment.put("SERVICE_SECRET", SECRET);
        environment.put("CB_TIMEOUT", "10s");
        environment.put("CB_RESET_TIMEOUT", "500ms");
        environment.put(
                "SERVICES",
                ports.entrySet().stream()
                        .flatMap(group -> Arrays.stream(group.getKey().split(",", -1))
                                .map(module -> module + "=127.0.0.1:" + group.getValue()))
                        .collect(Collectors.joining(";")));
        ports.keySet().forEach(this::start);
    }

    /** Starts the process of a group again. */
    void start(String group) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("MODULES", group);
        own.put("GRPC_PORT", Integer.toString(port(group)));
        processes.put(group, RunningProcess.start(own));
    }

    void stop(String group) {
        Objects.requireNonNull(processes.remove(group)).close();
    }

    ApplicationContext of(String group) {
        return Objects.requireNonNull(processes.get(group));
    }

    int port(String group) {
        return Objects.requireNonNull(ports.get(group));
    }

    /** A process with every edge and no module; whoever starts it closes it. */
    ApplicationContext gateway() {
        return gateway(Map.of());
    }

    /** As {@link #gateway()}, with more of an environment. */
    ApplicationContext gateway(Map<String, String> more) {
        Map<String, String> own = new HashMap<>(environment);
        own.putAll(more);
        own.put("MODULES", "none");
        return RunningProcess.start(own);
    }

    @Override
    public void close() {
        processes.values().forEach(ApplicationContext::close);
    }
}
