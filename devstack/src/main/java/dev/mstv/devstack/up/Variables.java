package dev.mstv.devstack.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Environment variables, and files of lines {@code NAME=value} that stand in for those that are not set. */
final class Variables {

    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    static Variables of(Map<String, String> environment) {
        return new Variables(Map.copyOf(environment));
    }

    /** These, and of the file, if it is there, what they do not name. */
    Variables or(Path file) {
        Map<String, String> merged = new HashMap<>(lines(file));
        merged.putAll(values);
        return new Variables(merged);
    }

    /** The value, unless it is missing or empty. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    int number(String name, int otherwise) {
        try {
            return get(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.CONFIGURATION, name + ": not a whole number");
        }
    }

    /** Where a development server listens whose port is this one unless they are all moved. */
    int port(int standard) {
        return standard + number("DEV_PORT_OFFSET", 0);
    }

    private static Map<String, String> lines(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, String> found = new HashMap<>();
        try (var lines = Files.lines(file)) {
            lines.map(String::strip)
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> found.put(pair[0].strip(), unquoted(pair[1].strip())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
