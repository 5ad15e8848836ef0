package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who serves a directory of data, by the file that PostgreSQL keeps there; also one that an earlier run left behind. */
final class Postmaster {

    private final Path file;

    Postmaster(Path file) {
        this.file = file;
    }

    /** The process, if it runs: after a crash the file may name one that belongs to somebody else. */
    Optional<ProcessHandle> process() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(Postmaster::isPostgres);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process and its children. */
    List<ProcessHandle> processes() {
        return process().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    /** After a crash; PostgreSQL would not start for fear of a second server if the pid is somebody's by now. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> program.contains("postgres"))
                .isPresent();
    }
}
