package dev.mstv.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A file of {@code NAME=value} lines; empty lines and those that begin with {@code #} are skipped. */
final class EnvironmentFile {

    private EnvironmentFile() {}

    /** What the file says, nothing if there is none. */
    static Map<String, String> read(Path file) {
        Map<String, String> values = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return values;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    String name = line.substring(0, equals).replaceFirst("^export\\s+", "");
                    values.put(name.strip(), unquoted(line.substring(equals + 1).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(0) == value.charAt(value.length() - 1);
        // Keys in PEM form have line breaks, which a line of a file can only hold escaped.
        return (quoted ? value.substring(1, value.length() - 1) : value).replace("\\n", "\n");
    }
}
