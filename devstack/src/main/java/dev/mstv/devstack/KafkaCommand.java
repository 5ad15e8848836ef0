package dev.mstv.devstack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the broker's JVM is started. */
final class KafkaCommand {

    private static final String MAIN = "dev.mstv.devstack.kafka.Broker";

    private static final List<String> FLAGS = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+AutoCreateSharedArchive",
            // An archive that does not fit is made anew; that is no news to a user.
            "-Xlog:aot=off,cds=off,aot*=off,cds*=off",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private KafkaCommand() {}

    static ProcessBuilder of(KafkaFiles files) {
        KafkaJars jars = KafkaJars.found();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> words = Stream.of(
                        deafness().stream(),
                        Stream.of(java.toString()),
                        FLAGS.stream(),
                        Stream.of("-XX:SharedArchiveFile=" + jars.archive()),
                        Stream.of(MAIN),
                        Stream.of(files.settings(), files.data(), files.ready()).map(Path::toString))
                .flatMap(group -> group)
                .toList();
        ProcessBuilder command = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(files.log().toFile());
        // Not an option: the command line must stay short enough for the system to tell whose process it is.
        command.environment().put("CLASSPATH", jars.classPath());
        return command;
    }

    /** A JVM leaves alone what it inherits as ignored; so Ctrl-C, Ctrl-Z and a closed terminal are the starter's. */
    private static List<String> deafness() {
        return Platform.isWindows() ? List.of() : List.of("sh", "-c", "trap '' INT HUP TSTP; exec \"$@\"", "sh");
    }
}
