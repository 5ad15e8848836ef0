package dev.mstv.devstack.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
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

    /** Ends the application of a run that was killed: it would hold the port. */
    void endLeftover() throws IOException {
        if (!Files.exists(layout.applicationPid())) {
            return;
        }
        long pid = Long.parseLong(Files.readString(layout.applicationPid()));
        ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(layout.jar().toString()))
                .ifPresent(process -> Application.end(process, Application.GRACE));
        Files.delete(layout.applicationPid());
    }

    void remember(Application application) throws IOException {
        Files.writeString(
                layout.applicationPid(), Long.toString(application.handle().pid()));
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
