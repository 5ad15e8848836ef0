package dev.mstv.bench.events;

import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many events per second come from their commit into a projection, by each transport and store size. */
public final class EventsBench {

    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final int MOST_WARM_UPS = 10;
    private static final int ROUNDS_WITHOUT_GAIN = 2;

    private final Postgres postgres;
    private final Kafka kafka;
    private final Duration time;
    private final List<EventFigures.Row> rows = new ArrayList<>();

    private EventsBench(Postgres postgres, Kafka kafka, Duration time) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.time = time;
    }

    /**
     * Measures.
     *
     * @param time of each load
     * @param small events that are put into the store at first
     * @param large events that are put into it later
     */
    public static EventFigures measure(Duration time, long small, long large)
            throws SQLException, InterruptedException {
        try (Postgres postgres = Postgres.temporary();
                Kafka kafka = Kafka.temporary()) {
            postgres.createDatabase("bench");
            return new EventsBench(postgres, kafka, time).run(small, large);
        }
    }

    private EventFigures run(long small, long large) throws SQLException, InterruptedException {
        String brokers = kafka.bootstrapServers();
        Map<String, String> withKafka = Map.of("ENABLE_KAFKA", "true", "KAFKA_BROKERS", brokers);
        try (EventProcess local = EventProcess.start(url(), Map.of())) {
            fill(small);
            rows.add(row(local, "local"));
        }
        try (EventProcess remote = EventProcess.start(url(), withKafka)) {
            rows.add(row(remote, "Kafka"));
        }
        double jdbc = plainInserts();
        double byHand = byHand();
        double producer =
                PlainLimits.kafka(brokers, "bench.events", EventProcess.TEXT.getBytes(StandardCharsets.UTF_8), time);
        fill(large);
        try (EventProcess local = EventProcess.start(url(), Map.of())) {
            rows.add(row(local, "local"));
        }
        return new EventFigures(jdbc, byHand, producer, rows);
    }

    private EventFigures.Row row(EventProcess process, String transport) throws SQLException {
        WarmUp.of(MOST_WARM_UPS, ROUNDS_WITHOUT_GAIN, () -> load(process));
        long stored = stored();
        double perSecond = load(process);
        process.arrivals().clear();
        long sent = Writers.paced(time, perSecond / 2, process::commitOne);
        await(process, sent);
        return new EventFigures.Row(
                transport,
                stored,
                perSecond,
                process.arrivals().millis(500),
                process.arrivals().millis(990));
    }

    /** Events per second from the first commit to the last projection. */
    private double load(EventProcess process) {
        process.arrivals().clear();
        long begin = System.nanoTime();
        long sent = Writers.flatOut(time, process::commitOne);
        await(process, sent);
        return sent / ((System.nanoTime() - begin) / 1e9);
    }

    private static void await(EventProcess process, long sent) {
        if (!Polling.until(DRAIN, () -> process.arrivals().arrived() >= sent)) {
            throw new IllegalStateException(
                    "Of " + sent + " events only " + process.arrivals().arrived() + " have arrived");
        }
    }

    private double byHand() throws SQLException, InterruptedException {
        String[] login = login();
        try (OutboxByHand outbox = new OutboxByHand(jdbc(), login[0], login[1])) {
            double unused = outbox.measure(time);
            return outbox.measure(time);
        }
    }

    private double plainInserts() throws SQLException {
        String[] login = login();
        double unused = PlainLimits.jdbc(jdbc(), login[0], login[1], time);
        return PlainLimits.jdbc(jdbc(), login[0], login[1], time);
    }

    private long stored() throws SQLException {
        String[] login = login();
        try (Connection connection = DriverManager.getConnection(jdbc(), login[0], login[1]);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM bench_event")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Published events of long ago. */
    private void fill(long events) throws SQLException {
        String[] login = login();
        try (Connection connection = DriverManager.getConnection(jdbc(), login[0], login[1]);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO bench_event (event_id, stream, version, type, schema_version, payload,"
                    + " metadata, occurred_at, shard, previous_hash, hash, published_at) SELECT gen_random_uuid(),"
                    + " gen_random_uuid(), 1, 'bench.happened', 1, '{\"text\":\"" + EventProcess.TEXT + "\"}', '{}',"
                    + " now(), i % 64, repeat('0', 64), repeat('0', 64), now() FROM generate_series(1, " + events
                    + ") AS i");
            statement.execute("VACUUM ANALYZE bench_event");
            // Else what the filling has left to be written would be measured.
            statement.execute("CHECKPOINT");
        }
    }

    private String[] login() {
        return URI.create(url()).getUserInfo().split(":", 2);
    }

    private String url() {
        return postgres.url("bench");
    }

    private String jdbc() {
        URI address = URI.create(url());
        return "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath();
    }
}
