package dev.mstv.devstack;

/**
 * A server on loopback, in this JVM, that speaks MongoDB's protocol to real clients and is not MongoDB: it keeps everything
 * in memory, and has no transactions, replication or authentication. Thread-safe.
 */
public final class MongoProtocol implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final MongoProtocolServer server;

    private MongoProtocol(int port) {
        this.server = new MongoProtocolServer(HOST, port);
        server.start();
    }

    /** Starts an empty server on a free port. */
    public static MongoProtocol temporary() {
        return start(Ports.free());
    }

    /**
     * Starts an empty server.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public static MongoProtocol start(int port) {
        return new MongoProtocol(port);
    }

    /** The address of a database, which comes into being when it is written to. */
    public String url(String database) {
        return "mongodb://%s:%d/%s".formatted(HOST, port(), database);
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return server.port();
    }

    /** Breaks connections and refuses new ones; the data stay. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /**
     * Starts on the same port with the same data, after a stop or while running.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public void restart() {
        server.stop();
        server.start();
    }

    /** Loses all data, as a server whose disk was replaced. */
    public void forget() {
        server.forget();
    }

    /** Halts the server until it is resumed or stopped: connections stay open and nobody answers. */
    public void suspend() {
        server.suspend();
    }

    /** Lets a suspended server go on. */
    public void resume() {
        server.resume();
    }

    @Override
    public void close() {
        server.stop();
    }
}
