package dev.mstv.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** How long the list of users takes to be made anew of a large store, and what those feel who read it meanwhile. */
final class RebuildBench implements AutoCloseable {

    private static final String EMAIL = "admin@example.com";
    private static final String PASSWORD = "only-for-a-benchmark";
    private static final Duration ALONE = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final int port = Ports.free();
    private final Connection database;
    private final ServerProcess app;
    private final String token;

    private RebuildBench(String url) throws IOException, SQLException {
        Map<String, String> environment = new HashMap<>(Bench.environment(port, url));
        environment.put("ADMIN_EMAIL", EMAIL);
        environment.put("ADMIN_PASSWORD", PASSWORD);
        Path log = Files.createDirectories(Path.of(".mstv")).resolve("bench-rebuild.log");
        this.app = ServerProcess.start(List.of("-jar", Bench.APP.toString()), environment, log);
        Bench.await(port, "/health/ready");
        this.token = login();
        URI address = URI.create(url);
        String[] login = address.getUserInfo().split(":", 2);
        this.database = DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath(),
                login[0],
                login[1]);
    }

    static RebuildFigures measure(long events) throws IOException, SQLException {
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase("bench");
            try (RebuildBench bench = new RebuildBench(postgres.url("bench"))) {
                return bench.run(events);
            }
        }
    }

    private RebuildFigures run(long events) throws IOException, SQLException {
        fill(events);
        begin();
        waitUntil(1);
        double perSecond = perSecond(1);
        Load reads = Load.get(port, "/users?limit=20", token);
        reads.run(ALONE);
        LoadResult alone = reads.run(ALONE);
        begin();
        LoadResult beside = reads.run(whileMaking(2));
        double perSecondRead = perSecond(2);
        return new RebuildFigures(events, perSecond, perSecondRead, alone, beside, search());
    }

    /** Users who registered long ago; what is personal in their events is not sealed. */
    private void fill(long events) throws SQLException {
        run("INSERT INTO users_event (event_id, stream, version, type, schema_version, payload, metadata, occurred_at,"
                + " shard, previous_hash, hash, published_at) SELECT gen_random_uuid(), id, 1, 'user.registered', 1,"
                + " '{\"userId\":\"' || id || '\",\"email\":\"u' || i || '@example.com\",\"name\":\"' || md5(i::text)"
                + " || '\",\"role\":\"user\"}', '{\"actor\":\"system\",\"person\":\"' || id || '\"}', now(), i % 64,"
                + " repeat('0', 64), repeat('0', 64), now()"
                + " FROM (SELECT i, gen_random_uuid() AS id FROM generate_series(1, " + events + ") AS i) AS users");
        run("VACUUM ANALYZE users_event");
    }

    private void begin() throws IOException {
        HttpResponse<String> answer =
                Bench.send(HttpRequest.newBuilder(Bench.uri(port, "/ops/projections/users.directory/rebuild"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build());
        if (answer.statusCode() != 202) {
            throw new IOException("It is not made anew: " + answer.body());
        }
    }

    private void waitUntil(long rebuilds) {
        if (!Polling.until(LIMIT, () -> rebuilds() >= rebuilds)) {
            throw new IllegalStateException("It takes too long; see .mstv/bench-rebuild.log");
        }
    }

    private BooleanSupplier whileMaking(long rebuild) {
        AtomicBoolean making = new AtomicBoolean(true);
        Thread unused = Thread.ofVirtual().start(() -> {
            try {
                waitUntil(rebuild);
            } finally {
                making.set(false);
            }
        });
        return making::get;
    }

    private synchronized long rebuilds() {
        return Math.round(number("SELECT rebuilt FROM users_projection"));
    }

    private double perSecond(int rebuild) {
        return number("SELECT (payload::jsonb ->> 'events')::float8 / (payload::jsonb ->> 'seconds')::float8"
                + " FROM users_event WHERE type = 'projection.rebuilt' AND version = " + rebuild);
    }

    private double search() throws IOException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = Bench.send(HttpRequest.newBuilder(Bench.uri(port, "/users?q=c4ca4238a"))
                .header("Authorization", "Bearer " + token)
                .build());
        if (!answer.body().contains("u1@example.com")) {
            throw new IOException("Not found: " + answer.body());
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private String login() throws IOException {
        String body = Bench.send(HttpRequest.newBuilder(Bench.uri(port, "/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}"))
                        .build())
                .body();
        return new ObjectMapper().readTree(body).path("access_token").textValue();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private double number(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        app.close();
    }
}
