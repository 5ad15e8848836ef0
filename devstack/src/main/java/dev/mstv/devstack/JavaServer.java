package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/** The JVM that serves one directory of data; every method is safe whether it runs or not. */
final class JavaServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final JavaProgram program;
    private final JavaServerFiles files;
    private final int port;
    private final Supplier<Properties> settings;

    JavaServer(JavaProgram program, Path directory, int port, Supplier<Properties> settings) {
        this.program = program;
        this.files = new JavaServerFiles(directory);
        this.port = port;
        this.settings = settings;
    }

    int port() {
        return port;
    }

    synchronized void start() {
        if (Ports.isTaken(port)) {
            throw new PortInUse(port);
        }
        files.prepare(settings.get());
        try {
            Process process = JavaServerCommand.of(program, files).start();
            files.remember(process);
            if (!Polling.until(START_LIMIT, () -> !process.isAlive() || files.saysReady()) || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException(program.name() + " does not start: " + files.said());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void stop() {
        signal("CONT");
        List<ProcessHandle> processes = files.processes();
        processes.forEach(ProcessHandle::destroy);
        if (!haveGone(processes, STOP_LIMIT)) {
            kill();
        }
    }

    synchronized void kill() {
        List<ProcessHandle> processes = files.processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!haveGone(processes, END_LIMIT)) {
            throw new IllegalStateException(program.name() + " survived a kill: " + processes);
        }
    }

    synchronized void signal(String name) {
        Processes.signal(name, files.processes());
    }

    /** A process that ended has no program any more a moment before it gives its port back. */
    private boolean haveGone(List<ProcessHandle> processes, Duration limit) {
        return processes.isEmpty()
                || (Processes.haveEnded(processes, limit) && Polling.until(END_LIMIT, () -> !Ports.isTaken(port)));
    }
}
