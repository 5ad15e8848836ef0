package dev.mstv.devstack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A server's jars where Maven keeps them: on nobody's class path but its own. */
final class ServerJars {

    private final JavaProgram program;
    private final Path home;
    private final String jars;

    private ServerJars(JavaProgram program, Path home, String jars) {
        this.program = program;
        this.home = home;
        this.jars = jars;
    }

    /** @throws IllegalStateException if the jars were deleted after the build. */
    static ServerJars of(JavaProgram program) {
        // Written by the build of the module whose dependencies they are; beside it is the server's main class.
        String name = "/mstv-" + program.key() + ".classpath";
        URL list = Objects.requireNonNull(ServerJars.class.getResource(name), name);
        try (InputStream content = list.openStream()) {
            String jars = new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
            Stream.of(jars.split(File.pathSeparator)).map(Path::of).forEach(jar -> demand(program, jar));
            return new ServerJars(program, home(list), jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String classPath() {
        return home + File.pathSeparator + jars;
    }

    /** Where the JVM may keep what it learnt of these classes (JEP 350); it makes it by itself, and anew if it does not fit. */
    Path archive() {
        return home.resolveSibling("mstv-" + program.key() + ".jsa");
    }

    private static Path home(URL list) throws IOException {
        return list.openConnection() instanceof JarURLConnection jar
                ? Path.of(URI.create(jar.getJarFileURL().toString()))
                : Path.of(URI.create(list.toString())).resolveSibling("");
    }

    private static void demand(JavaProgram program, Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    program.name() + " cannot start: " + jar + " is gone; build again with ./mstv build");
        }
    }
}
