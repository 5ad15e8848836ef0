package dev.mstv.bench.events;

import dev.mstv.devstack.Kafka;
import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Postgres;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many events per second come from their commit into a projection, by each transport and store size. */
public final class EventsBench {

    private static final Duration DRAIN = Duration.ofMinutes(2);

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
     * @param small events in the store at first
     * @param large events in the store later
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
        long stored = 0;
        try (EventProcess local = EventProcess.start(url(), Map.of())) {
            stored = fill(stored, small);
            load(local);
            rows.add(row(local, "local", small));
        }
        try (EventProcess remote = EventProcess.start(url(), withKafka)) {
            load(remote);
            rows.add(row(remote, "Kafka", small));
        }
        double jdbc = plainInserts();
        double byHand = byHand();
        double producer =
                PlainLimits.kafka(brokers, "bench.events", EventProcess.TEXT.getBytes(StandardCharsets.UTF_8), time);
        fill(stored, large);
        try (EventProcess local = EventProcess.start(url(), Map.of())) {
            load(local);
            rows.add(row(local, "local", large));
        }
        return new EventFigures(jdbc, byHand, producer, rows);
    }

    private EventFigures.Row row(EventProcess process, String transport, long stored) {
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

    /** Published events of long ago, as many as a store of this size has. */
    private long fill(long from, long to) throws SQLException {
        String[] login = login();
        try (Connection connection = DriverManager.getConnection(jdbc(), login[0], login[1]);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO bench_event (event_id, stream, version, type, schema_version, payload,"
                    + " metadata, occurred_at, shard, previous_hash, hash, published_at) SELECT gen_random_uuid(),"
                    + " gen_random_uuid(), 1, 'bench.happened', 1, '{\"text\":\"" + EventProcess.TEXT + "\"}', '{}',"
                    + " now(), i % 64, repeat('0', 64), repeat('0', 64), now() FROM generate_series(" + (from + 1)
                    + ", " + to + ") AS i");
            statement.execute("VACUUM ANALYZE bench_event");
        }
        return to;
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
