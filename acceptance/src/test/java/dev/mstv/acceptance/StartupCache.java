package dev.mstv.acceptance;

import dev.mstv.devstack.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time cache (JEP 514) of the artifact, with which {@code ./mstv up} starts it too. A hundred processes
 * are started here, each in half of the time; it is made by the first, which serves a few requests for that alone.
 */
final class StartupCache {

    private static final Path FILE = Path.of("target", "mstv-app.aot").toAbsolutePath();
    // Of what it says while it is written there is more than a pipe takes.
    private static final String SILENT = "-Xlog:aot=off,cds=off,aot*=off,cds*=off";

    private static final Duration WRITING_LIMIT = Duration.ofMinutes(2);

    private StartupCache() {}

    private static final class Made {
        static final boolean ONCE = isFresh() || make();
    }

    /** How a process is started with it; without it, if it cannot be made. */
    static List<String> flags() {
        return Made.ONCE ? List.of("-XX:AOTCache=" + FILE, SILENT) : List.of();
    }

    /** One that is older than a part of the artifact would be passed over without a word. */
    private static boolean isFresh() {
        Path artifact = Path.of(System.getProperty("mstv.artifact"));
        if (!Files.exists(FILE)) {
            return false;
        }
        try (Stream<Path> libraries = Files.list(artifact.resolveSibling("lib"))) {
            long made = Files.getLastModifiedTime(FILE).toMillis();
            return Stream.concat(Stream.of(artifact), libraries)
                    .allMatch(part -> part.toFile().lastModified() < made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean make() {
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase("training");
            try (RunningApp app =
                    Launch.on(postgres.url("training")).start(List.of("-XX:AOTCacheOutput=" + FILE, SILENT))) {
                Account ada = Account.registered(app);
                List.of(ada.path(), "/orders", "/notifications", "/health/ready")
                        .forEach(path -> app.send(ada.get(path)));
                app.send(ada.post("/graphql", "{\"query\": \"{ __typename }\"}"));
                app.terminate();
                return app.exitCode(WRITING_LIMIT).isPresent() && Files.exists(FILE);
            }
        }
    }
}
