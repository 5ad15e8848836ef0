package dev.mstv.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who runs PostgreSQL, which refuses to run as root. */
enum ServerAccount {
    /** An ordinary user runs it as himself. */
    OWN,
    /** In a user namespace of its own a process is nobody inside, but reads and writes the same files as outside. */
    NAMESPACE,
    /** Where containers forbid such namespaces, root hands the files over to the account that owns nothing else. */
    NOBODY;

    private static final int ROOT_ID = 0;
    private static final int NOBODY_ID = 65534;

    /** What Java calls a user whom the system does not know by name, as in many containers; initdb refuses him too. */
    private static final String UNKNOWN = "?";

    static ServerAccount atHand() {
        String user = System.getProperty("user.name", UNKNOWN);
        boolean root = user.equals("root");
        if ((root || user.equals(UNKNOWN)) && Command.succeeds(List.of("unshare", "-U", "true"))) {
            return NAMESPACE;
        }
        return root ? NOBODY : OWN;
    }

    List<String> command(Path program, String... arguments) {
        return Stream.of(prefix().stream(), Stream.of(program.toString()), Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
    }

    /** Lets the account read and write everything below a directory, also if another one did before. */
    void own(Path directory) throws IOException {
        boolean foreign =
                this == NAMESPACE && Files.getAttribute(directory, "unix:uid").equals(NOBODY_ID);
        if (this != NOBODY && !foreign) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", this == NOBODY ? NOBODY_ID : ROOT_ID);
            }
        }
    }

    private List<String> prefix() {
        return switch (this) {
            case OWN -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
        };
    }
}
