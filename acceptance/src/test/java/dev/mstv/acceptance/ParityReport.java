package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code target/parity.md}: which code was found for each case over each protocol, by shape of the application. */
final class ParityReport {

    private static final Path DIRECTORY = Path.of("target", "parity");

    private ParityReport() {}

    /** Adds what was found for the shape of this run, and prints it. */
    static void write(String table) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file(Shape.current()), table);
            StringBuilder all = new StringBuilder();
            for (Shape shape : Shape.values()) {
                if (Files.exists(file(shape))) {
                    all.append("## ").append(shape).append("\n\n");
                    all.append(Files.readString(file(shape))).append('\n');
                }
            }
            Files.writeString(DIRECTORY.resolveSibling("parity.md"), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(Shape.current() + "\n" + table);
    }

    private static Path file(Shape shape) {
        return DIRECTORY.resolve(shape + ".md");
    }
}
