package dev.mstv.devstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A real MQTT 5 broker (HiveMQ Community Edition) on loopback, in a JVM of its own, without Docker. Thread-safe.
 *
 * <p>Ctrl-C in the terminal does not reach it: whoever started it decides who stops first.
 */
public final class Mqtt implements AutoCloseable {

    private static final JavaProgram PROGRAM = new JavaProgram(
            "MQTT", "mqtt", "dev.mstv.devstack.mqtt.Broker", List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"));

    private final JavaServer server;
    private final @Nullable MqttTls tls;
    private final Runnable afterwards;

    private Mqtt(JavaServer server, @Nullable MqttTls tls, Runnable afterwards) {
        this.server = server;
        this.tls = tls;
        this.afterwards = afterwards;
    }

    /** The broker of the data below a directory, as it is: it may run, be stopped, or have no data yet. */
    public static Mqtt at(Path directory, int port) {
        return new Mqtt(new JavaServer(PROGRAM, directory, port, () -> settings(port)), null, () -> {});
    }

    /** The same, started anew. */
    public static Mqtt start(Path directory, int port) {
        Mqtt mqtt = at(directory, port);
        mqtt.restart();
        return mqtt;
    }

    /** Starts a broker on a free port; closing it, or an orderly end of this JVM, deletes its data. */
    public static Mqtt temporary() {
        Path directory = directory();
        int port = Ports.free();
        return temporary(directory, new JavaServer(PROGRAM, directory, port, () -> settings(port)), null);
    }

    /** As {@link #temporary()}, with a second port for TLS by a certificate for {@code localhost}, for one user alone. */
    public static Mqtt temporarySecured(String user, String password) {
        Path directory = directory();
        MqttTls tls = MqttTls.in(directory, Ports.free());
        int port = Ports.free();
        Properties settings = settings(port);
        settings.putAll(tls.settings());
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        return temporary(directory, new JavaServer(PROGRAM, directory, port, () -> settings), tls);
    }

    /** The address for clients. */
    public String url() {
        return "mqtt://127.0.0.1:" + port();
    }

    /** The address for clients over TLS. */
    public String tlsUrl() {
        return "mqtts://localhost:" + secured().port();
    }

    /** Whom clients over TLS have to trust, a PEM file. */
    public Path certificate() {
        return secured().certificate();
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return server.port();
    }

    /** Stops in order, breaking connections; sessions and what is queued for them stay. */
    public void stop() {
        server.stop();
    }

    /** Kills the broker at once. */
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

    private static Mqtt temporary(Path directory, JavaServer server, @Nullable MqttTls tls) {
        Mqtt mqtt = new Mqtt(server, tls, () -> FileTree.delete(directory));
        // Under the server's lock, so that an end of the JVM meanwhile waits for what it has to stop.
        synchronized (server) {
            Runtime.getRuntime().addShutdownHook(new Thread(mqtt::close));
            server.start();
        }
        return mqtt;
    }

    private static Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "mstv-mqtt-" + UUID.randomUUID());
    }

    private static Properties settings(int port) {
        Properties settings = new Properties();
        settings.setProperty("port", Integer.toString(port));
        return settings;
    }

    private MqttTls secured() {
        if (tls == null) {
            throw new IllegalStateException("This broker has no port for TLS");
        }
        return tls;
    }
}
