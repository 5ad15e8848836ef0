package dev.mstv.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many WebSockets into MSTV, then as many into a bare server: both at once would need twice as many open files. */
final class SocketBench {

    // One user may have 20 connections.
    private static final int OF_ONE = 20;
    private static final int WARMING = 200;
    private static final int WARM_UPS = 50;
    // For whatever else this process and the servers have open.
    private static final int OTHER_FILES = 500;
    private static final String HEAP = "-Xmx512m";
    private static final String MESSAGE =
            "{\"event\":\"message\",\"data\":{\"room\":\"" + Crowd.ROOM + "\",\"text\":\"It is noon.\"}}";

    private final int connections;
    private final int rounds;
    private final List<String> tokens;

    private SocketBench(int connections, int rounds, List<String> tokens) {
        this.connections = connections;
        this.rounds = rounds;
        this.tokens = tokens;
    }

    static SocketFigures measure(int wanted, int rounds) throws Exception {
        Path logs = Files.createDirectories(Path.of(".mstv"));
        int connections = (int) Math.min(wanted, openFiles() - OTHER_FILES);
        if (connections < 1) {
            throw new IllegalStateException("The limit of open files, ulimit -n, is too low: " + openFiles());
        }
        int port = Ports.free();
        Heard mstv;
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase("bench");
            String url = postgres.url("bench");
            try (ServerProcess server = ServerProcess.start(
                    List.of(HEAP, "-jar", Bench.APP.toString()),
                    Bench.environment(port, url),
                    logs.resolve("bench-app.log"))) {
                Bench.await(port, "/health/ready");
                Person ada = People.registered(port, "ada@example.com");
                List<String> tokens = new ArrayList<>();
                People.like(ada, "user", (connections + WARMING) / OF_ONE + 1, url)
                        .forEach(person -> tokens.add(person.token()));
                mstv = new SocketBench(connections, rounds, tokens).of(server, port, MESSAGE);
            }
        }
        int barePort = Ports.free();
        List<String> bare = new ArrayList<>(List.of(HEAP));
        bare.addAll(Bench.bare("BareSockets", barePort));
        try (ServerProcess server = ServerProcess.start(bare, Map.of(), logs.resolve("bench-bare.log"))) {
            Bench.awaitPort(barePort);
            // What MSTV's clients have heard, so that both send the same bytes.
            Heard beside = new SocketBench(connections, rounds, List.of("")).of(server, barePort, mstv.message());
            return new SocketFigures(wanted, connections, rounds, beside.side(), mstv.side());
        }
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private Heard of(ServerProcess server, int port, String message) throws IOException, InterruptedException {
        try (Crowd few = Crowd.at(port, tokens, WARMING)) {
            few.join();
            for (int i = 0; i < WARM_UPS; i++) {
                double unused = few.tell(message);
            }
        }
        Footprint before = Footprint.of(server.pid());
        try (Crowd crowd = Crowd.at(port, tokens, connections)) {
            Footprint after = Footprint.of(server.pid());
            crowd.join();
            double unused = crowd.tell(message);
            double[] millis = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                millis[round] = crowd.tell(message);
            }
            return new Heard(
                    new SocketFigures.Side(
                            (double) (after.resident() - before.resident()) / connections,
                            (double) (after.live() - before.live()) / connections,
                            Medians.of(millis)),
                    crowd.heard());
        }
    }

    private record Heard(SocketFigures.Side side, String message) {}
}
