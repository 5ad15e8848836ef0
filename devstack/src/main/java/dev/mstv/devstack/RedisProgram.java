package dev.mstv.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The Redis server's program, copied once per user and release from the class path. */
final class RedisProgram {

    private static final String LINUX = "6.2.6-v5-linux-amd64";
    private static final String LINUX_ARM = "6.2.7-linux-arm64";
    private static final String MAC = "6.2.6-v5-darwin-amd64";
    private static final String MAC_ARM = "6.2.6-v5-darwin-arm64";

    private RedisProgram() {}

    /** @throws IllegalStateException where there is none for this platform: on Windows. */
    static Path unpacked() {
        String name = "redis-server-" + release();
        URL resource = Objects.requireNonNull(RedisProgram.class.getResource("/" + name), name);
        try {
            JarURLConnection jar = (JarURLConnection) resource.openConnection();
            Path program = ProgramDirectory.ofUser()
                    .resolve("redis-server-%08x".formatted(jar.getJarEntry().getCrc()));
            if (!Files.exists(program)) {
                unpack(resource, program);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies beside and renames at the end, so that nobody runs half of it, however many processes do this at once. */
    private static void unpack(URL resource, Path program) throws IOException {
        Path partial = Files.createTempFile(program.getParent(), "unpacking", null);
        try (InputStream content = resource.openStream()) {
            Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!partial.toFile().setExecutable(true)) {
            throw new IOException("Could not make " + partial + " executable");
        }
        Files.move(partial, program, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String release() {
        if (Platform.isWindows()) {
            throw new IllegalStateException("There is no Redis for Windows here; set REDIS_URL to one elsewhere");
        }
        if (Platform.isMac()) {
            return Platform.isArm() ? MAC_ARM : MAC;
        }
        return Platform.isArm() ? LINUX_ARM : LINUX;
    }
}
