package dev.mstv.devstack;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A real SMTP server on loopback, in this JVM, that keeps every mail and sends none on. It takes any sender, recipient
 * and login. Thread-safe.
 */
public final class Mail implements AutoCloseable {

    private final MailServer server;
    private final List<ReceivedMail> messages;

    private Mail(MailServer server, List<ReceivedMail> messages) {
        this.server = server;
        this.messages = messages;
    }

    /** Starts a server on a free port that keeps what it receives in memory. */
    public static Mail temporary() {
        List<ReceivedMail> messages = new CopyOnWriteArrayList<>();
        return started(new MailServer(Ports.free(), messages::add), messages);
    }

    /**
     * Starts a server that keeps nothing itself but hands each mail to the receiver, once, before the sender learns that
     * it was taken.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public static Mail start(int port, Consumer<ReceivedMail> receiver) {
        return started(new MailServer(port, receiver), List.of());
    }

    private static Mail started(MailServer server, List<ReceivedMail> messages) {
        server.start();
        return new Mail(server, messages);
    }

    /** Where clients connect: this host and {@link #port}. */
    public String host() {
        return MailServer.HOST;
    }

    /** The port it listens on, the same after every restart. */
    public int port() {
        return server.port();
    }

    /** What a temporary server received since it was made or cleared, the oldest first. */
    public List<ReceivedMail> messages() {
        return List.copyOf(messages);
    }

    /** Forgets what was received. */
    public void clear() {
        messages.clear();
    }

    /** Breaks connections and refuses new ones; what was received stays. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /**
     * Starts on the same port, after a stop or while running.
     *
     * @throws PortInUse if somebody else listens on the port
     */
    public void restart() {
        server.stop();
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
