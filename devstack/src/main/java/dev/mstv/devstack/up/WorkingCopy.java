package dev.mstv.devstack.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One {@code up} per working copy; and what a killed one left running ends before the next begins. */
final class WorkingCopy {

    private final Layout layout;

    WorkingCopy(Layout layout) {
        this.layout = layout;
    }

    /** Takes the working copy until this JVM ends, however it ends. */
    void claim() throws IOException {
        Files.createDirectories(layout.state());
        FileChannel file = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
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
}
