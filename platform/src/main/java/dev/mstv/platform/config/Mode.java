package dev.mstv.platform.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a process is run for. Production accepts nothing that was made up for convenience. */
public enum Mode {
    DEVELOPMENT,
    TEST,
    PRODUCTION;

    /** The mode, before anything can be refused; a name that is none is refused later, and nothing is made up for it. */
    static Mode of(Map<String, String> values) {
        String name = Stream.of("APP_ENV", "NODE_ENV")
                .map(values::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("development");
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse(PRODUCTION);
    }

    static Mode read(Variables variables) {
        String name = variables.text("APP_ENV").isPresent() ? "APP_ENV" : "NODE_ENV";
        return variables.parsed(
                name, DEVELOPMENT, "development, test or production", text -> valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
