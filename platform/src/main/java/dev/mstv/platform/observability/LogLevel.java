package dev.mstv.platform.observability;

import dev.mstv.platform.config.LiveSettings;
import io.micronaut.context.annotation.Context;

/** Has the log follow its setting. */
@Context
final class LogLevel {

    LogLevel(LiveSettings settings) {
        settings.logLevel().onChange(Logging::level);
    }
}
