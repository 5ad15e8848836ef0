package dev.mstv.devstack;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A real Kafka 4 (KRaft) of one broker on loopback, in a JVM of its own, without Docker. Thread-safe.
 *
 * <p>It makes no topic by itself. Ctrl-C in the terminal does not reach it: whoever started it decides who stops first.
 */
public final class Kafka implements AutoCloseable {

    private static final JavaProgram PROGRAM = new JavaProgram(
            "Kafka",
            "kafka",
            "dev.mstv.devstack.kafka.Broker",
            List.of(
                    "-Xmx384m",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true"));

    private final JavaServer server;
    private final Runnable afterwards;

    private Kafka(JavaServer server, Runnable afterwards) {
        this.server = server;
        this.afterwards = afterwards;
    }

    /**
     * The broker of the data below a directory, as it is: it may run, because a killed process left it behind, be
     * stopped, or have no data yet, which its first start makes.
     */
    public static Kafka at(Path directory, int port) {
        return new Kafka(server(directory, port), () -> {});
    }

    /** The same, started anew. */
    public static Kafka start(Path directory, int port) {
        Kafka kafka = at(directory, port);
        kafka.restart();
        return kafka;
    }

    /** Starts a broker on a free port; closing it, or an orderly end of this JVM, deletes its data. */
    public static Kafka temporary() {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), "mstv-kafka-" + UUID.randomUUID());
        JavaServer server = server(directory, Ports.free());
        Kafka kafka = new Kafka(server, () -> FileTree.delete(directory));
        // Under the server's lock, so that an end of the JVM meanwhile waits for what it has to stop.
        synchronized (server) {
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
            server.start();
        }
        return kafka;
    }

    private static JavaServer server(Path directory, int port) {
        Path data = new JavaServerFiles(directory).data();
        return new JavaServer(PROGRAM, directory, port, () -> KafkaSettings.of(port, Ports.free(), data));
    }

    /** The address for clients, as {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return server.port();
    }

    /** Stops in order, breaking connections; the data stay. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /** Kills the broker at once; what it acknowledged is with the operating system and stays. */
    public void kill() {
        server.kill();
    }

    /**
     * Starts on the same data and port, after a stop, a kill or while running; returns once it serves.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public void restart() {
        server.stop();
        server.start();
    }

    /** Halts the broker: connections stay open and nobody answers. Not on Windows. */
    public void suspend() {
        server.signal("STOP");
    }

    /** Lets a suspended broker go on. */
    public void resume() {
        server.signal("CONT");
    }

    @Override
    public void close() {
        server.stop();
        afterwards.run();
    }
}
