package dev.mstv.platform.config;

import java.util.Locale;

/** How the process logs, to standard output. */
public record LogSettings(Level level, Format format) {

    /** The least severe entries that are written. */
    public enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR;

        /** As the environment writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For people, or one JSON object per line for machines. */
    public enum Format {
        PRETTY,
        JSON
    }

    static LogSettings read(Variables variables, Mode mode) {
        return new LogSettings(
                level(variables),
                variables.parsed(
                        "LOG_FORMAT",
                        mode == Mode.DEVELOPMENT ? Format.PRETTY : Format.JSON,
                        "pretty or json",
                        text -> Format.valueOf(text.toUpperCase(Locale.ROOT))));
    }

    static Level level(Variables variables) {
        return variables.parsed(
                "LOG_LEVEL",
                Level.INFO,
                "trace, debug, info, warn or error",
                text -> Level.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
