package dev.mstv.devstack.up;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the application's JVM is started; in training as in use, or the cache would not fit. */
final class JavaCommand {

    /**
     * Small on purpose: the application must live in it, and what it has no need of it does not take. The serial collector
     * starts fastest on few cores.
     */
    private static final List<String> FLAGS = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // A cache that does not fit is ignored; that is no news to a user.
            "-Xlog:aot=off,cds=off,aot*=off,cds*=off");

    private JavaCommand() {}

    /** Of one process, or of one of several: those start sooner and smaller without the slower of two compilers. */
    static List<String> running(Layout layout, boolean withCache, boolean several) {
        return command(
                layout,
                Stream.concat(
                                withCache ? Stream.of("-XX:AOTCache=" + layout.cache()) : Stream.of(),
                                several ? Stream.of("-XX:TieredStopAtLevel=1") : Stream.of())
                        .toList());
    }

    static List<String> training(Layout layout, Path output) {
        return command(layout, List.of("-XX:AOTCacheOutput=" + output));
    }

    private static List<String> command(Layout layout, List<String> more) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(
                        Stream.of(java.toString()),
                        FLAGS.stream(),
                        more.stream(),
                        Stream.of("-jar", layout.jar().toString()))
                .flatMap(words -> words)
                .toList();
    }
}
