package dev.mstv.acceptance;

import dev.mstv.devstack.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the packaged artifact is started: by its environment and nothing else. Immutable. */
final class Launch {

    private static final String ARTIFACT = System.getProperty("mstv.artifact", "");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern READY = Pattern.compile(" at http://[^ ,]*:(\\d+)[^,]*, started in \\d+ ms");

    private final String artifact;
    private final Map<String, String> environment;

    private Launch(String artifact, Map<String, String> environment) {
        this.artifact = artifact;
        this.environment = Map.copyOf(environment);
    }

    /** With no variable at all. */
    static Launch bare() {
        return new Launch(ARTIFACT, Map.of());
    }

    /** Of another release, if the property names its artifact. */
    Launch released(String property) {
        return new Launch(System.getProperty(property, artifact), environment);
    }

    /** With everything that a process needs to serve, and limits that no test meets unless it wants to. */
    static Launch on(String databaseUrl) {
        return bare().with("DATABASE_URL", databaseUrl)
                .with("PORT", "0")
                .with("RATE_LIMIT_MAX", "1000000")
                .with("PAYMENT_TIMEOUT", "1s")
                .with("JWT_SECRET", Secrets.JWT_SECRET)
                .with("ENCRYPTION_KEY", Secrets.ENCRYPTION_KEY)
                .with("ADMIN_EMAIL", Secrets.ADMIN_EMAIL)
                .with("ADMIN_PASSWORD", Secrets.ADMIN_PASSWORD);
    }

    Launch with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Launch(artifact, more);
    }

    Launch without(String name) {
        Map<String, String> less = new HashMap<>(environment);
        less.remove(name);
        return new Launch(artifact, less);
    }

    /** Starts it and waits until it serves. */
    RunningApp start() {
        return start(flags());
    }

    /** The same, by a JVM with these flags besides its heap. */
    RunningApp start(List<String> flags) {
        Path directory = directory();
        Process process = process(directory, flags);
        Output output = Output.of(process);
        Matcher ready = output.await(READY, START_LIMIT).orElseThrow(() -> {
            process.destroyForcibly();
            FileTree.delete(directory);
            return new AssertionError("The application does not start:\n" + output);
        });
        return new RunningApp(process, output, directory, Integer.parseInt(ready.group(1)));
    }

    /** Starts one that is expected to refuse, and waits for its end. */
    Refusal refuse() {
        Path directory = directory();
        Process process = process(directory, flags());
        Output output = Output.of(process);
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The application does not end:\n" + output);
            }
            return new Refusal(process.exitValue(), output.all());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            process.destroyForcibly();
            FileTree.delete(directory);
        }
    }

    /** How a start ended that was none. */
    record Refusal(int exitCode, List<String> lines) {}

    private List<String> flags() {
        return artifact.equals(ARTIFACT) ? StartupCache.flags() : List.of();
    }

    private Process process(Path directory, List<String> flags) {
        // The slower of two compilers takes more than it gives in the minute that a process lives here.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(
                List.of("-jar", Path.of(artifact).toAbsolutePath().normalize().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("mstv-acceptance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
