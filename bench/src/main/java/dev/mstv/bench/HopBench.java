package dev.mstv.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the application in three cuts on one database, and asks each for the same user. */
final class HopBench implements AutoCloseable {

    private static final String EVERYTHING = "users,auth,notifications,audit,payments,orders";
    private static final List<String> SERVICES = List.of("users", "auth", "notifications,audit", "payments", "orders");

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Path logs;
    private final String url;

    private HopBench(Path logs) {
        this.logs = logs;
        Postgres postgres = Postgres.temporary();
        started.push(postgres::close);
        postgres.createDatabase("bench");
        this.url = postgres.url("bench");
    }

    static HopFigures measure(int rounds, Duration time) throws Exception {
        try (HopBench bench = new HopBench(Files.createDirectories(Path.of(".mstv")))) {
            int direct = Ports.free();
            int behind = Ports.free();
            bench.start(direct, Map.of("MODULES", EVERYTHING, "GRPC_PORT", Integer.toString(behind)));
            int gateway = bench.gateway(addresses(EVERYTHING, behind));
            int split = bench.gateway(bench.services());
            JsonNode user = Bench.register(direct);
            String path = "/users/" + user.at("/user/id").asText();
            String token = user.at("/access_token").asText();
            Map<String, Load> targets = new LinkedHashMap<>();
            targets.put(HopFigures.DIRECT, Load.get(direct, path, token));
            targets.put(HopFigures.GATEWAY, Load.get(gateway, path, token));
            targets.put(HopFigures.SPLIT, Load.get(split, path, token));
            return HopFigures.of(targets, rounds, time);
        }
    }

    private String services() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        SERVICES.forEach(modules -> ports.put(modules, Ports.free()));
        String all = ports.entrySet().stream()
                .map(part -> addresses(part.getKey(), part.getValue()))
                .collect(Collectors.joining(";"));
        ports.forEach((modules, port) ->
                start(Ports.free(), Map.of("MODULES", modules, "GRPC_PORT", Integer.toString(port), "SERVICES", all)));
        return all;
    }

    private int gateway(String services) {
        int port = Ports.free();
        start(port, Map.of("MODULES", "none", "GRPC_PORT", Integer.toString(Ports.free()), "SERVICES", services));
        return port;
    }

    private void start(int port, Map<String, String> cut) {
        Map<String, String> environment = new HashMap<>(Bench.environment(port, url));
        environment.put("SERVICE_SECRET", "only-for-a-benchmark-only-for-a-benchmark");
        environment.putAll(cut);
        ServerProcess process = ServerProcess.start(
                List.of("-jar", Bench.APP.toString()), environment, logs.resolve("bench-" + started.size() + ".log"));
        started.push(process::close);
        Bench.await(port, "/health/ready");
    }

    private static String addresses(String modules, int port) {
        return Arrays.stream(modules.split(",", -1))
                .map(module -> module + "=127.0.0.1:" + port)
                .collect(Collectors.joining(";"));
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run();
        }
    }
}
