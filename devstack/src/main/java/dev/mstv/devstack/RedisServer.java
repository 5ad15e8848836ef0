package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process that serves one port from one directory; every method is safe whether it runs or not. */
final class RedisServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final Path directory;
    private final int port;
    private final PidFile pid;

    RedisServer(Path directory, int port) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.pid = new PidFile(this.directory.resolve("redis.pid"), "redis-server");
    }

    int port() {
        return port;
    }

    synchronized void start() {
        if (Ports.isTaken(port)) {
            throw new PortInUse(port);
        }
        pid.forget();
        try {
            Files.createDirectories(directory);
            Files.writeString(log(), "");
            // It leaves our session by itself; it writes its pid once it listens.
            Command.run(command());
            if (!Polling.until(START_LIMIT, () -> pid.process().isPresent())) {
                throw new IllegalStateException(
                        "Redis does not start: " + Files.readString(log()).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void stop() {
        signal("CONT");
        List<ProcessHandle> processes = pid.processes();
        processes.forEach(ProcessHandle::destroy);
        if (!haveGone(processes)) {
            kill();
        }
        pid.forget();
    }

    synchronized void kill() {
        List<ProcessHandle> processes = pid.processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!haveGone(processes)) {
            throw new IllegalStateException("Redis survived a kill: " + processes);
        }
        pid.forget();
    }

    synchronized void signal(String name) {
        Processes.signal(name, pid.processes());
    }

    /** A killed process has no program any more a moment before it gives its port back. */
    private boolean haveGone(List<ProcessHandle> processes) {
        return processes.isEmpty()
                || (Processes.haveEnded(processes, END_LIMIT) && Polling.until(END_LIMIT, () -> !Ports.isTaken(port)));
    }

    private List<String> command() {
        return List.of(
                RedisProgram.unpacked().toString(),
                "--daemonize",
                "yes",
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                directory.toString(),
                "--pidfile",
                directory.resolve("redis.pid").toString(),
                "--logfile",
                log().toString(),
                // It keeps nothing: what is in it can be had again, and a restart that brings old values back would
                // lie.
                "--save",
                "",
                "--appendonly",
                "no");
    }

    private Path log() {
        return directory.resolve("server.log");
    }
}
