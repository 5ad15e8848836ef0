package dev.mstv.bench.events;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the database and the broker do of the same payload with nothing of ours: the limits that we are beside. */
final class PlainLimits {

    private static final String SQL = "INSERT INTO bench_plain (id, payload, stored) VALUES (?, ?, now())";

    private PlainLimits() {}

    /** Rows per second, each committed by itself, on as many connections as there are writers. */
    static double jdbc(String jdbcUrl, String user, String password, Duration time) throws SQLException {
        BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
        for (int i = 0; i < Writers.THREADS; i++) {
            connections.add(DriverManager.getConnection(jdbcUrl, user, password));
        }
        long rows = Writers.flatOut(time, () -> insert(connections));
        for (Connection connection : connections) {
            connection.close();
        }
        return rows / (time.toMillis() / 1000.0);
    }

    private static void insert(BlockingQueue<Connection> connections) {
        try {
            Connection connection = connections.take();
            try (PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, EventProcess.TEXT);
                statement.executeUpdate();
            } finally {
                connections.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records per second that the broker has confirmed, sent by one idempotent producer without waiting for each. */
    static double kafka(String brokers, String topic, byte[] value, Duration time) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", brokers, "acks", "all", "enable.idempotence", true, "compression.type", "lz4");
        AtomicLong confirmed = new AtomicLong();
        long begin = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            while (System.nanoTime() - begin < time.toNanos()) {
                var unused = producer.send(
                        new ProducerRecord<>(topic, UUID.randomUUID().toString(), value), (metadata, failure) -> {
                            if (failure == null) {
                                confirmed.incrementAndGet();
                            }
                        });
            }
            producer.flush();
        }
        return confirmed.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
