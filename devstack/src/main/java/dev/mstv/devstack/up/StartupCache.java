package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time cache (JEP 514) of the application, which more than halves its start.
 *
 * <p>It is made by a run that nobody sees: on a database server, a directory and secrets of its own, so that nothing of
 * the user's is touched.
 */
final class StartupCache {

    /** What a program needs to run at all; a user's settings must not change what is learnt. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot");

    private static final String DATABASE = "mstv_training";

    /** The JVM writes the cache when it ends: seconds, or many on a busy machine. */
    private static final Duration WRITING_LIMIT = Duration.ofMinutes(2);

    private final Layout layout;
    private final Closing closing;

    StartupCache(Layout layout, Closing closing) {
        this.layout = layout;
        this.closing = closing;
    }

    boolean exists() {
        return Files.exists(layout.cache());
    }

    /** Whether it was made from the jars that are there now; the JVM would ignore one that was not. */
    boolean isFresh() throws IOException {
        if (!exists()) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(layout.cache());
        for (Path jar : jars()) {
            if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Makes it anew. */
    void train() throws IOException {
        Path scratch = layout.training();
        Path partial = scratch.resolve("partial.aot");
        FileTree.delete(scratch);
        Files.createDirectories(scratch);
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase(DATABASE);
            int port = Ports.free();
            Application application =
                    closing.start(() -> Application.start(command(partial, postgres, port), port), Application::kill);
            try {
                application.awaitReady();
                new Rehearsal(new Http(port)).perform();
                Application.end(application.handle(), WRITING_LIMIT);
            } finally {
                application.kill();
            }
            Files.move(partial, layout.cache(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTree.delete(scratch);
        }
    }

    private ProcessBuilder command(Path output, Postgres postgres, int port) {
        ProcessBuilder command = new ProcessBuilder(JavaCommand.training(layout, output))
                .directory(layout.training().toFile())
                .redirectErrorStream(true)
                .redirectOutput(layout.trainingLog().toFile());
        command.environment().keySet().retainAll(INHERITED);
        command.environment()
                .putAll(Map.of(
                        "NODE_ENV",
                        "development",
                        "PORT",
                        Integer.toString(port),
                        "GRPC_PORT",
                        "0",
                        "DATABASE_URL",
                        postgres.url(DATABASE)));
        return command;
    }

    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(layout.jar()));
        if (Files.exists(layout.libraries())) {
            try (Stream<Path> libraries = Files.list(layout.libraries())) {
                libraries.forEach(jars::add);
            }
        }
        return jars;
    }
}
