package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A place where one process of the application runs, most of the time. Thread-safe. */
final class Node implements Victim, AutoCloseable {

    static final String KIND = "application";

    private final Launch launch;
    private volatile RunningApp app;

    Node(Launch launch) {
        this.launch = launch;
        this.app = launch.start();
    }

    RunningApp app() {
        return app;
    }

    /**
     * Sends a request to whoever runs here now.
     *
     * @throws UncheckedIOException if nobody answers
     */
    Answer send(Request request) {
        try {
            return app.send(request);
        } catch (IllegalStateException e) {
            throw new UncheckedIOException(new IOException("Its client is closed already", e));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void kill() {
        app.kill();
    }

    @Override
    public void restart() {
        app.close();
        app = launch.start();
    }

    @Override
    public void close() {
        app.close();
    }
}
