package dev.mstv.devstack.mqtt;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.embedded.EmbeddedHiveMQBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Serves the data of one directory; says in a file that it is ready. */
final class Broker {

    private static final int BUCKETS = 2;
    private static final int GRACE_MILLIS = 100;

    private Broker() {}

    /** Takes the settings' file, the data's directory, and the file that is made when the broker is ready. */
    public static void main(String[] arguments) throws IOException {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> giveUp(failure));
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(file);
        }
        Path data = Files.createDirectories(Path.of(arguments[1]));
        Path configuration = Files.createDirectories(data.resolveSibling("configuration"));
        Files.writeString(configuration.resolve("config.xml"), BrokerConfiguration.of(settings));
        shrink();
        EmbeddedHiveMQBuilder builder = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(configuration)
                .withDataFolder(data)
                .withExtensionsFolder(Files.createDirectories(data.resolveSibling("extensions")));
        if (settings.containsKey("user")) {
            builder = builder.withEmbeddedExtension(
                    OneUser.extension(settings.getProperty("user"), settings.getProperty("password")));
        }
        EmbeddedHiveMQ broker = builder.build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> broker.stop().join()));
        broker.start().join();
        Files.createFile(Path.of(arguments[2]));
    }

    /** It keeps its data in as many parts as a large machine wants, each with memory and threads of its own. */
    private static void shrink() {
        InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(GRACE_MILLIS);
    }

    /** The broker's threads would keep a process alive that serves nobody. */
    private static void giveUp(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
