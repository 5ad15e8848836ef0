package dev.mstv.devstack.up;

import dev.mstv.devstack.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The newest mails as numbered files that mail programs open. */
final class MailFolder {

    static final int KEPT = 100;

    private static final String SUFFIX = ".eml";

    private final Path directory;

    MailFolder(Path directory) {
        this.directory = directory;
    }

    synchronized void keep(ReceivedMail mail) {
        try {
            Files.createDirectories(directory);
            int number = newest() + 1;
            Files.writeString(file(number), mail.source(), StandardCharsets.ISO_8859_1);
            Files.deleteIfExists(file(number - KEPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int newest() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}\\" + SUFFIX))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - SUFFIX.length())))
                    .max()
                    .orElse(0);
        }
    }

    private Path file(int number) {
        return directory.resolve("%05d%s".formatted(number, SUFFIX));
    }
}
