package dev.mstv.acceptance;

import dev.mstv.devstack.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of the packaged artifact that serves. Thread-safe; closing it, or the end of this JVM, ends it. */
final class RunningApp implements AutoCloseable {

    private static final Duration END_LIMIT = Duration.ofSeconds(15);

    private static final Pattern GRPC = Pattern.compile(" started in \\d+ ms, gRPC at port (\\d+)");

    private final Process process;
    private final Output output;
    private final Path directory;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Thread lastResort;

    RunningApp(Process process, Output output, Path directory, int port) {
        this.process = process;
        this.output = output;
        this.directory = directory;
        this.port = port;
        this.lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    int port() {
        return port;
    }

    /** Where it listens for calls by gRPC, as it says when it is started. */
    int grpcPort() {
        return output.await(GRPC, END_LIMIT)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow(() -> new AssertionError("It does not say where gRPC is:\n" + output));
    }

    Output output() {
        return output;
    }

    /** Sends a request that a well-behaved client may send. */
    Answer send(Request request) {
        try {
            return Answer.of(
                    client.send(request.toHttp(URI.create("http://127.0.0.1:" + port)), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Sends bytes as they are. */
    Answer send(byte[] bytes) {
        return Wire.send(port, bytes);
    }

    /** Ends it as a crash would. */
    void kill() {
        process.destroyForcibly();
        if (exitCode(END_LIMIT).isEmpty()) {
            throw new IllegalStateException("Survived a kill: " + process.pid());
        }
    }

    /** Asks it to end (SIGTERM); what it still says is read, which {@link Process#destroy} would prevent. */
    void terminate() {
        boolean unused = process.toHandle().destroy();
    }

    /** Its exit code; empty if it has not ended within the limit. */
    OptionalInt exitCode(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.destroy();
        if (exitCode(END_LIMIT).isEmpty()) {
            process.destroyForcibly();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // This JVM ends already, and the hook with it.
        }
        FileTree.delete(directory);
    }
}
