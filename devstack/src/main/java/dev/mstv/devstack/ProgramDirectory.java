package dev.mstv.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where the servers' programs are unpacked, once per user. */
final class ProgramDirectory {

    private ProgramDirectory() {}

    /** The temporary directory may be everybody's: programs that somebody else put there are not run. */
    static Path ofUser() throws IOException {
        String user = System.getProperty("user.name");
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), "mstv-" + user);
        Files.createDirectories(directory);
        Path probe = Files.createTempFile(directory, "owner", null);
        try {
            if (!Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))) {
                throw new IOException(directory + " belongs to somebody else");
            }
        } finally {
            Files.delete(probe);
        }
        return directory;
    }
}
