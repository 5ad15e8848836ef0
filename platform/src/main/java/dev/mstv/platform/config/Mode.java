package dev.mstv.platform.config;

import java.util.Locale;
import java.util.Map;

/** What a process is run for. Production accepts nothing that was made up for convenience. */
public enum Mode {
    DEVELOPMENT,
    TEST,
    PRODUCTION;

    static Mode of(Map<String, String> values) {
        String name = values.getOrDefault("APP_ENV", values.getOrDefault("NODE_ENV", "development"));
        for (Mode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(name.strip())) {
                return mode;
            }
        }
        // Refused as a fault later; until then nothing may be made up.
        return PRODUCTION;
    }

    static Mode read(Variables variables) {
        String name = variables.text("APP_ENV").isPresent() ? "APP_ENV" : "NODE_ENV";
        return variables.parsed(
                name, DEVELOPMENT, "development, test or production", text -> valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
