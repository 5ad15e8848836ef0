package dev.mstv.devstack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How a server's JVM is started. */
final class JavaServerCommand {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+AutoCreateSharedArchive",
            // An archive that does not fit is made anew; that is no news to a user.
            "-Xlog:aot=off,cds=off,aot*=off,cds*=off");

    private JavaServerCommand() {}

    static ProcessBuilder of(JavaProgram program, JavaServerFiles files) {
        ServerJars jars = ServerJars.of(program);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> words = Stream.of(
                        deafness().stream(),
                        Stream.of(java.toString()),
                        FLAGS.stream(),
                        program.flags().stream(),
                        Stream.of("-XX:SharedArchiveFile=" + jars.archive()),
                        Stream.of(program.main()),
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
