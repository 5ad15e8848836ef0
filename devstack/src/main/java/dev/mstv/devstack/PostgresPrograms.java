package dev.mstv.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user and release from the archive on the class path. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The program of this name, unpacked if it was not yet. */
    static Path program(String name) {
        return unpacked().resolve("bin").resolve(Platform.isWindows() ? name + ".exe" : name);
    }

    private static Path unpacked() {
        URL archive = archive();
        try {
            JarURLConnection jar = (JarURLConnection) archive.openConnection();
            Path home = ProgramDirectory.ofUser()
                    .resolve("postgres-%08x".formatted(jar.getJarEntry().getCrc()));
            if (!Files.exists(home)) {
                unpack(archive, home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL archive() {
        String system = Platform.isWindows() ? "windows" : Platform.isMac() ? "darwin" : "linux";
        String processor = Platform.isArm() ? "arm_64" : "x86_64";
        String name = "/postgres-" + system + "-" + processor + ".txz";
        return Objects.requireNonNull(
                PostgresPrograms.class.getResource(name), () -> "No PostgreSQL for this platform: " + name);
    }

    /** Unpacks beside and renames at the end, so that nobody sees half of it, however many processes do this at once. */
    private static void unpack(URL archive, Path home) throws IOException {
        Path partial = Files.createTempDirectory(home.getParent(), "unpacking");
        try (InputStream file = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, partial.resolve(entry.getName()));
            }
        }
        partial.toFile().setExecutable(true, false);
        partial.toFile().setReadable(true, false);
        if (!partial.toFile().renameTo(home.toFile())) {
            FileTree.delete(partial);
        }
        if (!Files.exists(home)) {
            throw new IOException("Could not unpack PostgreSQL to " + home);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Files.createDirectories(entry.isDirectory() ? target : target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            target.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
    }
}
