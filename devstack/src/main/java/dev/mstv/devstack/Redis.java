package dev.mstv.devstack;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A real Redis 6.2 on loopback, without Docker, as root and as an ordinary user; not on Windows. Thread-safe.
 *
 * <p>It keeps nothing on disk: after every start it is empty. It runs in a session of its own, so that a Ctrl-C in the
 * terminal reaches whoever started it and not the server.
 */
public final class Redis implements AutoCloseable {

    private final RedisServer server;
    private final Runnable afterwards;

    private Redis(RedisServer server, Runnable afterwards) {
        this.server = server;
        this.afterwards = afterwards;
    }

    /** The server whose log and process id stand in a directory, as it is: running, left behind by a killed process, or not. */
    public static Redis at(Path directory, int port) {
        return new Redis(new RedisServer(directory, port), () -> {});
    }

    /** The same, started anew. */
    public static Redis start(Path directory, int port) {
        Redis redis = at(directory, port);
        redis.restart();
        return redis;
    }

    /** Starts a server on a free port; closing it, or an orderly end of this JVM, deletes its directory. */
    public static Redis temporary() {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), "mstv-redis-" + UUID.randomUUID());
        RedisServer server = new RedisServer(directory, Ports.free());
        Redis redis = new Redis(server, () -> FileTree.delete(directory));
        // Under the server's lock, so that an end of the JVM meanwhile waits for what it has to stop.
        synchronized (server) {
            Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
            server.start();
        }
        return redis;
    }

    /** The address, as {@code redis://host:port}. */
    public String url() {
        return "redis://127.0.0.1:" + server.port();
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return server.port();
    }

    /** Stops in order, breaking connections. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /** Kills the server at once, as a crash of the machine would. */
    public void kill() {
        server.kill();
    }

    /**
     * Starts on the same port, empty, after a stop, a kill or while running.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public void restart() {
        server.stop();
        server.start();
    }

    /** Halts the server: connections stay open and nobody answers. */
    public void suspend() {
        server.signal("STOP");
    }

    /** Lets a suspended server go on. */
    public void resume() {
        server.signal("CONT");
    }

    @Override
    public void close() {
        server.stop();
        afterwards.run();
    }
}
