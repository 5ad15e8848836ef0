package dev.mstv.bench.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The rows that an event costs, written by plain JDBC into the same tables: its own in a transaction, and in one for many
 * what its subscriber keeps, that it was taken, and that it was sent. No hash, no order, no lease, no second process.
 */
final class OutboxByHand implements AutoCloseable {

    private static final int TOGETHER = 1_000;
    private static final int SHARDS = 64;
    private static final String INSERT =
            "INSERT INTO bench_event (event_id, stream, version, type, schema_version, payload, metadata, occurred_at, shard,"
                    + " previous_hash, hash) VALUES (?, ?, 1, 'bench.happened', 1, ?, '{}', now(), ?, '', '')";
    private static final String UNSENT =
            "SELECT position, event_id, stream, payload FROM bench_event WHERE published_at IS NULL LIMIT " + TOGETHER;
    private static final String TAKEN =
            "INSERT INTO bench_inbox (subscriber, event_id, received_at) SELECT 'by hand', id, now() FROM unnest(?) AS id"
                    + " ON CONFLICT (subscriber, event_id) DO NOTHING";
    private static final String KEPT = "INSERT INTO bench_thing (id, version, text) SELECT id, 1, text"
            + " FROM unnest(?::uuid[], ?::text[]) AS t (id, text)"
            + " ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, text = EXCLUDED.text";
    private static final String SENT = "UPDATE bench_event SET published_at = now() WHERE position = ANY (?)";

    private final BlockingQueue<Connection> writers = new LinkedBlockingQueue<>();
    private final Connection relay;

    OutboxByHand(String jdbcUrl, String user, String password) throws SQLException {
        for (int i = 0; i < Writers.THREADS; i++) {
            writers.add(connection(jdbcUrl, user, password));
        }
        relay = connection(jdbcUrl, user, password);
    }

    private static Connection connection(String jdbcUrl, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Events per second from the first commit until nothing is left to send. */
    double measure(Duration time) throws InterruptedException {
        AtomicBoolean written = new AtomicBoolean();
        long begin = System.nanoTime();
        Thread sender = Thread.ofPlatform().start(() -> sendUntil(written));
        long events = Writers.flatOut(time, this::writeOne);
        written.set(true);
        sender.join();
        return events / ((System.nanoTime() - begin) / 1e9);
    }

    private void writeOne() {
        try {
            Connection connection = writers.take();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, UUID.randomUUID());
                insert.setString(3, EventProcess.TEXT);
                insert.setInt(4, ThreadLocalRandom.current().nextInt(SHARDS));
                insert.executeUpdate();
                connection.commit();
            } finally {
                writers.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendUntil(AtomicBoolean written) {
        try {
            boolean last;
            do {
                last = written.get();
            } while (sendSome() > 0 || !last);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int sendSome() throws SQLException {
        List<Long> positions = new ArrayList<>();
        List<UUID> events = new ArrayList<>();
        List<UUID> things = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = relay.prepareStatement(UNSENT);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getLong(1));
                events.add(rows.getObject(2, UUID.class));
                things.add(rows.getObject(3, UUID.class));
                texts.add(rows.getString(4));
            }
        }
        if (!positions.isEmpty()) {
            update(TAKEN, array("uuid", events));
            update(KEPT, array("uuid", things), array("text", texts));
            update(SENT, array("bigint", positions));
        }
        relay.commit();
        return positions.size();
    }

    private void update(String sql, Array... values) throws SQLException {
        try (PreparedStatement statement = relay.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setArray(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Array array(String type, List<?> values) throws SQLException {
        return relay.createArrayOf(type, values.toArray());
    }

    @Override
    public void close() throws SQLException {
        relay.close();
        for (Connection writer : writers) {
            writer.close();
        }
    }
}
