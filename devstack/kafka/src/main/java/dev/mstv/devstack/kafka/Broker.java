package dev.mstv.devstack.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/** Formats, if need be, and serves the data of one directory; says in a file that it is ready. */
final class Broker {

    /** There is one development cluster; nobody tells two apart. */
    private static final String CLUSTER = "bXN0di1kZXZlbG9wbWVudA";

    private Broker() {}

    /** Takes the settings' file, the data's directory, and the file that is made when the broker is ready. */
    public static void main(String[] arguments) throws IOException {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> giveUp(failure));
        Path settings = Path.of(arguments[0]);
        if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
            format(settings);
        }
        Properties properties = Utils.loadProps(settings.toString());
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        Files.createFile(Path.of(arguments[2]));
        server.awaitShutdown();
    }

    /** Kafka's threads would keep a process alive that serves nobody. */
    private static void giveUp(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    private static void format(Path settings) {
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] words = {"format", "--cluster-id", CLUSTER, "--config", settings.toString(), "--ignore-formatted"};
        int code = StorageTool.execute(words, quiet);
        if (code != 0) {
            throw new IllegalStateException("Could not format the data: " + code);
        }
    }
}
