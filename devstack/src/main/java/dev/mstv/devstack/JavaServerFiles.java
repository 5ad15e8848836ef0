package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The files of one server below a directory: its settings, its log, its data, and who serves them. */
final class JavaServerFiles {

    private final Path directory;

    JavaServerFiles(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path settings() {
        return directory.resolve("server.properties");
    }

    /** Made by the server once it serves. */
    Path ready() {
        return directory.resolve("ready");
    }

    boolean saysReady() {
        return Files.exists(ready());
    }

    /** Writes what this start wants, and forgets the one before. */
    void prepare(Properties settings) {
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(ready());
            Files.writeString(log(), "");
            try (Writer file = Files.newBufferedWriter(settings())) {
                settings.store(file, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(Process process) throws IOException {
        Files.writeString(pid(), process.pid() + "\n");
    }

    /** The server, if it runs, also one that an earlier run left behind; not another Java that has its id by now. */
    List<ProcessHandle> processes() {
        return new PidFile(pid(), "java")
                        .process()
                        .filter(process -> process.info()
                                .commandLine()
                                .orElse("")
                                .contains(settings().toString()))
                        .stream()
                        .toList();
    }

    /** The server's log since its last start. */
    String said() {
        try {
            return Files.readString(log()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pid() {
        return directory.resolve("server.pid");
    }
}
