package dev.mstv.devstack.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much of the machine's memory a process holds. */
final class Memory {

    private static final String FIELD = "VmRSS:";

    private Memory() {}

    /** Its resident set in kilobytes; empty where it cannot be found out, or if it has ended. */
    static OptionalLong resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(status) ? fromLinux(status) : fromPs(pid);
        } catch (IOException | UncheckedIOException e) {
            // It has ended while it was looked at, or there is no ps.
            return OptionalLong.empty();
        }
    }

    private static OptionalLong fromLinux(Path status) throws IOException {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .mapToLong(Memory::kilobytes)
                    .findFirst();
        }
    }

    private static OptionalLong fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (BufferedReader said = ps.inputReader()) {
            return said.lines()
                    .filter(line -> !line.isBlank())
                    .mapToLong(Memory::kilobytes)
                    .findFirst();
        }
    }

    private static long kilobytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
