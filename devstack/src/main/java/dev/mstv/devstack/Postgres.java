package dev.mstv.devstack;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A real PostgreSQL 18 on loopback, without Docker, as root and as an ordinary user. Thread-safe.
 *
 * <p>It runs in a session of its own, so that a Ctrl-C in the terminal reaches whoever started it and not the server:
 * the starter decides who stops first.
 */
public final class Postgres implements AutoCloseable {

    private final PostgresServer server;
    private final Runnable afterwards;

    private Postgres(PostgresServer server, Runnable afterwards) {
        this.server = server;
        this.afterwards = afterwards;
    }

    /**
     * The durable server of the data below a directory, as it is: it may run, because a killed process left it behind,
     * be stopped, or have no data yet, which its first start makes.
     */
    public static Postgres at(Path directory, int port) {
        return new Postgres(new PostgresServer(directory, port, Durability.FULL), () -> {});
    }

    /** The same, started anew. */
    public static Postgres start(Path directory, int port) {
        Postgres postgres = at(directory, port);
        postgres.restart();
        return postgres;
    }

    /** Starts a fast server on a free port; closing it deletes its data. */
    public static Postgres temporary() {
        return temporary(Durability.NONE);
    }

    /** Starts a server on a free port; closing it, or an orderly end of this JVM, deletes its data. */
    public static Postgres temporary(Durability durability) {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), "mstv-postgres-" + UUID.randomUUID());
        PostgresServer server = new PostgresServer(directory, Ports.free(), durability);
        Postgres postgres = new Postgres(server, () -> FileTree.delete(directory));
        // Under the server's lock, so that an end of the JVM meanwhile waits for what it has to stop.
        synchronized (server) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            server.start();
        }
        return postgres;
    }

    /** The address of a database, as {@code postgresql://user:password@host:port/database}. */
    public String url(String database) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(PostgresData.USER, server.password(), server.port(), database);
    }

    /** Makes an empty database; one that is already there stays as it is. */
    public void createDatabase(String name) {
        databases().create(name);
    }

    /** Drops a database, if it is there, and throws out whoever is connected to it. */
    public void dropDatabase(String name) {
        databases().drop(name);
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return server.port();
    }

    /** Stops in order, breaking connections; the data stay. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /** Kills every process of the server at once, as a crash of the machine would. */
    public void kill() {
        server.kill();
    }

    /**
     * Starts on the same data and port, after a stop, a kill or while running.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public void restart() {
        server.stop();
        server.start();
    }

    /** Halts every process of the server: connections stay open and nobody answers. Not on Windows. */
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

    private Databases databases() {
        return new Databases(server.port(), server.password());
    }
}
