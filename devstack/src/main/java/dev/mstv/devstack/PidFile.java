package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who serves a directory of data, by the file that the server keeps there; also one that an earlier run left behind. */
final class PidFile {

    private final Path file;
    private final String program;

    /** The file, whose first line is a process id, and a part of the name of the program that may be meant. */
    PidFile(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /** The process, if it runs: after a crash the file may name one that belongs to somebody else. */
    Optional<ProcessHandle> process() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .filter(pid -> !pid.isBlank())
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(this::isServer);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process and its children. */
    List<ProcessHandle> processes() {
        return process().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    /** After a crash; a server might not start for fear of a second one if the pid is somebody's by now. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains(program))
                .isPresent();
    }
}
