package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A place where one process of the application runs, most of the time. Thread-safe. */
final class Node implements Victim, AutoCloseable {

    static final String KIND = "application";

    private final Launch launch;
    private final List<Output> said = new CopyOnWriteArrayList<>();
    private volatile RunningApp app;

    Node(Launch launch) {
        this.launch = launch;
        this.app = start();
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
        app = start();
    }

    /** What every process wrote that ran here, one after the other. */
    String said() {
        return said.stream().map(Output::toString).collect(Collectors.joining("\n--- killed ---\n"));
    }

    private RunningApp start() {
        RunningApp started = launch.start();
        said.add(started.output());
        return started;
    }

    @Override
    public void close() {
        app.close();
    }
}
