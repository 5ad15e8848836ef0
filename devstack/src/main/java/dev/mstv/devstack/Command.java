package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program of the operating system. */
final class Command {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Command() {}

    /** Runs a program to its end; throws, with what it said, unless it succeeds. */
    static void run(List<String> words) {
        try {
            // A file, because a server that a program leaves behind would keep a pipe open for ever.
            Path output = Files.createTempFile("mstv-", ".out");
            try {
                int code = exitCode(words, ProcessBuilder.Redirect.to(output.toFile()));
                if (code != 0) {
                    throw new IllegalStateException(
                            "%s ended with %d: %s".formatted(words, code, Files.readString(output)));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a program exists here and succeeds. */
    static boolean succeeds(List<String> words) {
        try {
            return exitCode(words, ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(List<String> words, ProcessBuilder.Redirect output) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IllegalStateException(words + " did not end within " + LIMIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words, e);
        }
    }
}
