package dev.mstv.platform.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.mstv.platform.config.LogSettings;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** Sets up the log: pretty lines for people, or one JSON object per line with request, trace and user ids. */
public final class Logging {

    private static final String PRETTY =
            "%d{HH:mm:ss.SSS} %highlight(%-5level) %cyan(%logger{0}) %msg%replace( [%X{requestId} %X{userId}]){' \\[ \\]',''}%n";

    private Logging() {}

    /** Sets it up for the whole process, in place of whatever was set before. */
    public static void configure(LogSettings settings, String service, String version) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(started(encoder(settings, service, version), context));
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(Level.WARN);
        level(settings.level());
    }

    /** Writes from now on what is at least so severe, of our own classes; of others, warnings and errors. */
    static void level(LogSettings.Level level) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("dev.mstv").setLevel(Level.valueOf(level.name()));
    }

    private static Encoder<ILoggingEvent> encoder(LogSettings settings, String service, String version) {
        return switch (settings.format()) {
            case PRETTY -> {
                PatternLayoutEncoder encoder = new PatternLayoutEncoder();
                encoder.setPattern(PRETTY);
                yield encoder;
            }
            case JSON -> {
                LogstashEncoder encoder = new LogstashEncoder();
                encoder.setCustomFields("{\"service\":\"%s\",\"version\":\"%s\"}".formatted(service, version));
                yield encoder;
            }
        };
    }

    private static Encoder<ILoggingEvent> started(Encoder<ILoggingEvent> encoder, LoggerContext context) {
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
