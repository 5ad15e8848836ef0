package dev.mstv.devstack.up;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A run of {@code up} in a process of its own, in a working copy whose application is the stub. */
final class UpProcess implements AutoCloseable {

    /** As many processes as the application may have can listen from here upwards. */
    static final int PORT = Ports.free(6);

    static final int POSTGRES_PORT = Ports.free();

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int STANDARD_POSTGRES_PORT = 55432;
    private static final int OFFSET = POSTGRES_PORT - STANDARD_POSTGRES_PORT;

    static final int KAFKA_PORT = 59092 + OFFSET;
    static final int MQTT_PORT = 51883 + OFFSET;
    static final int REDIS_PORT = 56379 + OFFSET;
    static final int SMTP_PORT = 51025 + OFFSET;
    static final int MONGODB_PORT = 57017 + OFFSET;

    private final Path root;
    private final Process process;
    private final Path output;

    UpProcess(Path root, Map<String, String> environment, String... arguments) throws IOException {
        this.root = root;
        output = Files.createTempFile(root, "up", ".out");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().put("PORT", Integer.toString(PORT));
        command.environment().put("DEV_PORT_OFFSET", Integer.toString(OFFSET));
        command.environment().putAll(environment);
        process = command.start();
    }

    /** What it answers to another terminal. */
    Answer ask(String... words) throws IOException, InterruptedException {
        return ask(root, words);
    }

    /** What another terminal is answered in this directory. */
    static Answer ask(Path root, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Ask.class.getName()));
        command.addAll(List.of(words));
        Process asking = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(asking.waitFor(), text);
    }

    /** What it was told. */
    record Answer(int exitCode, String text) {}

    /** A working copy with the stub built; its cache is not one, so that only the test that wants a training has one. */
    static void build(Path root) throws IOException {
        Path target = Files.createDirectories(root.resolve("app/target"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubApplication.class.getName());
        Path classes = Path.of(StubApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String folder = StubApplication.class.getPackageName().replace('.', '/');
        try (JarOutputStream jar =
                        new JarOutputStream(Files.newOutputStream(target.resolve("mstv-app.jar")), manifest);
                DirectoryStream<Path> stub = Files.newDirectoryStream(classes.resolve(folder), "StubApplication*")) {
            for (Path file : stub) {
                jar.putNextEntry(new JarEntry(folder + "/" + file.getFileName()));
                Files.copy(file, jar);
            }
        }
        Files.writeString(target.resolve("mstv-app.aot"), "no cache");
    }

    UpProcess awaitReady() {
        return awaitOutput("MSTV is ready");
    }

    UpProcess awaitOutput(String text) {
        if (!Polling.until(LIMIT, () -> output().contains(text) || !process.isAlive())) {
            throw new AssertionError("No \"" + text + "\" in: " + output());
        }
        return this;
    }

    int exitCode() {
        if (!Polling.until(LIMIT, () -> !process.isAlive())) {
            throw new AssertionError("Still running: " + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a terminal's Ctrl-C or a service manager does. */
    void terminate() {
        process.destroy();
    }

    /** As nobody should, but somebody will. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        terminate();
        exitCode();
    }
}
