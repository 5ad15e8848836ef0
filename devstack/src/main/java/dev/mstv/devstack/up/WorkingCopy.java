package dev.mstv.devstack.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code up} per working copy; and what a killed one left running ends before the next begins. */
final class WorkingCopy {

    private final Layout layout;
    private final Closing closing;

    WorkingCopy(Layout layout, Closing closing) {
        this.layout = layout;
        this.closing = closing;
    }

    /** Takes the working copy until everything has ended, or this JVM has, however it ends. */
    void claim() throws IOException {
        Files.createDirectories(layout.state());
        // Held by the closing: a channel that nobody holds is closed by the garbage collector, and its lock is gone.
        FileChannel file = closing.start(this::open, WorkingCopy::close);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            throw new Refusal(Refusal.TRY_LATER, "MSTV already runs in this directory: stop it first");
        }
    }

    /** Ends the processes of a run that was killed: they would hold the ports. */
    void endLeftover() throws IOException {
        if (!Files.exists(layout.pids())) {
            return;
        }
        Files.readAllLines(layout.pids()).stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(layout.jar().toString()))
                .toList()
                .forEach(process -> Application.end(process, Application.GRACE));
        Files.delete(layout.pids());
    }

    /** Remembers what runs, instead of what ran before. */
    synchronized void remember(List<ProcessHandle> processes) {
        try {
            Files.write(
                    layout.pids(),
                    processes.stream()
                            .map(process -> Long.toString(process.pid()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel open() {
        try {
            return FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
