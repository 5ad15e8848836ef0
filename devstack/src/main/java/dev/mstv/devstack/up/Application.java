package dev.mstv.devstack.up;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as a child process. */
final class Application {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"(\\w+)\"");
    static final Duration GRACE = Duration.ofSeconds(30);

    private final Process process;
    private final Http http;

    private Application(Process process, int port) {
        this.process = process;
        this.http = new Http(port);
    }

    static Application start(ProcessBuilder command, int port) {
        try {
            return new Application(command.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until it is ready to serve; refuses with its own exit code if it ends before. */
    void awaitReady() {
        boolean decided = Polling.until(READY_LIMIT, () -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            int code = process.exitValue();
            throw new Refusal(code == 0 ? Refusal.UNAVAILABLE : code, "The application ended before it was ready");
        }
        if (!decided) {
            throw new Refusal(
                    Refusal.UNAVAILABLE, "The application was not ready after " + READY_LIMIT.toSeconds() + " s");
        }
    }

    /** What it says, unless it says it where we do. */
    InputStream output() {
        return process.getInputStream();
    }

    /** Calls this once it has ended. */
    void whenEnded(Runnable listener) {
        CompletableFuture<Void> unused = process.onExit().thenRun(listener);
    }

    /** Empty while it runs. */
    Optional<Integer> exitCode() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** What it says of itself in a word. */
    String health() {
        try {
            Matcher status = STATUS.matcher(http.get("/health", null).body());
            return status.find() ? status.group(1) : "unknown";
        } catch (IOException e) {
            return "silent";
        }
    }

    /** Asks it to finish what it is doing, and insists after its grace period. */
    void stop() {
        end(process.toHandle(), GRACE);
    }

    /** The same for any process and grace period. */
    static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!Processes.haveEnded(List.of(process), grace)) {
            process.destroyForcibly();
        }
    }

    /** Ends it at once, with the JVM that may be writing its start-up cache. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private boolean isReady() {
        try {
            return http.get("/health/ready", null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
