package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of {@code src/test/node}, with what they need in {@code target}. */
final class NodeProject {

    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path DIRECTORY = Path.of("target", "node");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private NodeProject() {}

    static boolean isPossible() {
        return isThere("node") && isThere("npm");
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Fetches the packages that the lock file names, unless they are there. */
    static void install() {
        try {
            Files.createDirectories(DIRECTORY);
            // npm writes its own file last.
            boolean same = Files.exists(DIRECTORY.resolve("node_modules").resolve(".package-lock.json"))
                    && Files.mismatch(SOURCE.resolve("package-lock.json"), DIRECTORY.resolve("package-lock.json"))
                            == -1;
            try (Stream<Path> files = Files.list(SOURCE)) {
                for (Path file : files.toList()) {
                    Files.copy(file, DIRECTORY.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!same) {
                // No script of a package is run.
                String unused = output(
                        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
                        Map.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a script says, if it ends well. */
    static String run(String script, Map<String, String> environment) {
        return output(List.of("node", script), environment).strip();
    }

    private static String output(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(DIRECTORY.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Output output = Output.of(process);
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end:\n" + output);
            }
            String said = String.join("\n", output.all());
            if (process.exitValue() != 0) {
                throw new AssertionError(command + " fails:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
