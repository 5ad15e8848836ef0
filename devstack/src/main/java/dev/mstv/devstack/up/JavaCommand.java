package dev.mstv.devstack.up;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the application's JVM is started; in training as in use, or the cache would not fit. */
final class JavaCommand {

    /** Small on purpose: the application must live in it. The serial collector starts fastest on few cores. */
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // A cache that does not fit is ignored; that is no news to a user.
            "-Xlog:aot=off,cds=off,aot*=off,cds*=off");

    private JavaCommand() {}

    static List<String> running(Layout layout, boolean withCache) {
        return command(layout, withCache ? List.of("-XX:AOTCache=" + layout.cache()) : List.of());
    }

    static List<String> training(Layout layout, Path output) {
        return command(layout, List.of("-XX:AOTCacheOutput=" + output));
    }

    private static List<String> command(Layout layout, List<String> cacheFlags) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(
                        Stream.of(java.toString()),
                        FLAGS.stream(),
                        cacheFlags.stream(),
                        Stream.of("-jar", layout.jar().toString()))
                .flatMap(words -> words)
                .toList();
    }
}
