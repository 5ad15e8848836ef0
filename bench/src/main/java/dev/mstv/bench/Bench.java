package dev.mstv.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.bench.events.EventFigures;
import dev.mstv.bench.events.EventsBench;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import dev.mstv.devstack.Redis;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ./mstv bench}: the load on MSTV beside the load on bare endpoints, then the benchmark of the bus, as a page. */
public final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Path APP = Path.of("app/target/mstv-app.jar");
    static final String SECRET = "only-for-a-benchmark-only-for-a-benchmark";

    private Bench() {}

    /**
     * Runs from the repository's root and writes {@code docs/performance.md}.
     *
     * @param args {@code --short} for a run that only shows that everything works, and writes nothing; {@code --events},
     *     {@code --rebuild}, {@code --hop}, {@code --edges}, {@code --bus} or {@code --resilience} for that part alone
     */
    public static void main(String[] args) throws Exception {
        boolean brief = List.of(args).contains("--short");
        if (List.of(args).contains("--rebuild")) {
            System.out.println(RebuildBench.measure(brief ? 20_000 : 1_000_000).table());
            return;
        }
        if (List.of(args).contains("--resilience")) {
            System.out.println(ResilienceFigures.measure(brief).table());
            return;
        }
        if (List.of(args).contains("--bus")) {
            System.out.println(BusFigures.measure(brief).table());
            return;
        }
        if (List.of(args).contains("--hop")) {
            System.out.println(hops(brief).table());
            return;
        }
        if (List.of(args).contains("--edges")) {
            EdgeFigures unused = EdgeFigures.measure(brief);
            return;
        }
        EventFigures events = EventsBench.measure(
                Duration.ofSeconds(brief ? 2 : 8), brief ? 1_000 : 10_000, brief ? 20_000 : 5_000_000);
        System.out.println(events.table());
        if (List.of(args).contains("--events")) {
            return;
        }
        RebuildFigures rebuild = RebuildBench.measure(brief ? 20_000 : 1_000_000);
        System.out.println(rebuild.table());
        Comparison loads = loads(brief ? 1 : 5, Duration.ofSeconds(brief ? 1 : 6));
        System.out.println(loads.table());
        HopFigures hops = hops(brief);
        System.out.println(hops.table());
        EdgeFigures edges = EdgeFigures.measure(brief);
        BusFigures bus = BusFigures.measure(brief);
        System.out.println(bus.table());
        ResilienceFigures resilience = ResilienceFigures.measure(brief);
        System.out.println(resilience.table());
        if (!brief) {
            Files.writeString(
                    Path.of("docs/performance.md"), Report.page(loads, hops, edges, bus, resilience, events, rebuild));
        }
    }

    private static HopFigures hops(boolean brief) throws Exception {
        return HopBench.measure(brief ? 1 : 5, Duration.ofSeconds(brief ? 1 : 6));
    }

    private static Comparison loads(int rounds, Duration time) throws IOException, InterruptedException {
        Path logs = Files.createDirectories(Path.of(".mstv"));
        int port = Ports.free();
        int cachedPort = Ports.free();
        int barePort = Ports.free();
        try (Postgres postgres = Postgres.temporary();
                Redis redis = Redis.temporary()) {
            postgres.createDatabase("bench");
            String url = postgres.url("bench");
            Map<String, String> cached = new HashMap<>(environment(cachedPort, url));
            cached.putAll(Map.of("ENABLE_REDIS_CACHE", "true", "REDIS_URL", redis.url()));
            try (ServerProcess _ = ServerProcess.start(
                            List.of("-jar", APP.toString()), environment(port, url), logs.resolve("bench-app.log"));
                    ServerProcess _ = ServerProcess.start(
                            List.of("-jar", APP.toString()), cached, logs.resolve("bench-cached.log"))) {
                await(port, "/health/ready");
                await(cachedPort, "/health/ready");
                JsonNode user = register(port);
                String id = user.at("/user/id").asText();
                String token = user.at("/access_token").asText();
                List<String> bare = bare("BareServer", barePort, database(url));
                try (ServerProcess _ = ServerProcess.start(bare, Map.of(), logs.resolve("bench-bare.log"))) {
                    await(barePort, "/bare/" + id);
                    return Comparison.of(targets(port, cachedPort, barePort, id, token), rounds, time);
                }
            }
        }
    }

    private static Map<String, Load> targets(int port, int cachedPort, int barePort, String id, String token) {
        Map<String, Load> targets = new LinkedHashMap<>();
        targets.put(Comparison.BARE, Load.get(barePort, "/bare/" + id, ""));
        targets.put(Comparison.BARE_SELECT, Load.get(barePort, "/bare/select/" + id, ""));
        targets.put("MSTV, `GET /users/{id}` with a JWT", Load.get(port, "/users/" + id, token));
        targets.put("MSTV with Redis, `GET /users/{id}` with a JWT", Load.get(cachedPort, "/users/" + id, token));
        String query =
                "{\"query\":\"query($id: String!) { user(id: $id) { id email name role } }\",\"variables\":{\"id\":\""
                        + id + "\"}}";
        targets.put("MSTV, `POST /graphql` `{ user }` with a JWT", Load.post(port, "/graphql", token, query));
        return targets;
    }

    static Map<String, String> environment(int port, String url) {
        return Map.of(
                "NODE_ENV", "production",
                "SERVICE_HOST", "127.0.0.1",
                "PORT", Integer.toString(port),
                "GRPC_PORT", "0",
                "DATABASE_URL", url,
                "JWT_SECRET", SECRET,
                "ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "ACCESS_TOKEN_EXP", "1d",
                // The limiter counts, but does not limit.
                "RATE_LIMIT_MAX", "1000000000");
    }

    /** A bare server, on that port. */
    static List<String> bare(String name, int port, String... more) {
        List<String> program = new ArrayList<>(
                List.of("-cp", classPathWithoutOurs(), "dev.mstv.bench.bare." + name, Integer.toString(port)));
        program.addAll(List.of(more));
        return program;
    }

    static Connection connect(String url) throws SQLException {
        String[] database = database(url);
        return DriverManager.getConnection(database[0], database[1], database[2]);
    }

    /** What JDBC wants to know: address, user, password. */
    static String[] database(String url) {
        URI address = URI.create(url);
        String[] login = address.getUserInfo().split(":", 2);
        return new String[] {
            "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath(), login[0], login[1]
        };
    }

    private static String classPathWithoutOurs() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("mstv-platform"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static void await(int port, String path) {
        boolean there = Polling.until(Duration.ofSeconds(60), () -> {
            try {
                return send(HttpRequest.newBuilder(uri(port, path)).build()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        });
        if (!there) {
            throw new IllegalStateException("Nothing answers at " + uri(port, path) + "; see .mstv/bench-*.log");
        }
    }

    /** Waits for what listens, but does not speak HTTP. */
    static void awaitPort(int port) {
        boolean there = Polling.until(Duration.ofSeconds(60), () -> {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        if (!there) {
            throw new IllegalStateException("Nothing listens at " + port + "; see .mstv/bench-*.log");
        }
    }

    static JsonNode register(int port) throws IOException {
        return register(port, "ada@example.com");
    }

    static JsonNode register(int port, String email) throws IOException {
        String account = "{\"email\":\"" + email + "\",\"password\":\"engine-no-1\",\"name\":\"Ada\"}";
        return JSON.readTree(send(HttpRequest.newBuilder(uri(port, "/auth/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(account))
                        .build())
                .body());
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
