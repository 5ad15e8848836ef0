package dev.mstv.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The files of one server below a directory: its password, its log and its data. */
final class PostgresData {

    static final String USER = "mstv";

    private static final Random RANDOM = new SecureRandom();

    private final Path directory;
    private final ServerAccount account;

    PostgresData(Path directory, ServerAccount account) {
        this.directory = directory.toAbsolutePath();
        this.account = account;
    }

    Path path() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    String password() {
        return read(passwordFile());
    }

    /** The server's log since its last start. */
    String said() {
        return read(log()).strip();
    }

    /** Makes an empty cluster unless there is one, and writes the settings that this start wants. */
    void prepare(List<String> settings) {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(path())) {
                create();
            }
            // Ours alone: lasting wishes belong to ALTER SYSTEM, which writes another file.
            Files.writeString(path().resolve("postgresql.conf"), String.join("\n", settings) + "\n");
            Files.writeString(log(), "");
            account.own(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PidFile postmaster() {
        return new PidFile(path().resolve("postmaster.pid"), "postgres");
    }

    private void create() throws IOException {
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile());
        passwordFile().toFile().setReadable(false, false);
        passwordFile().toFile().setReadable(true, true);
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
        Path partial = directory.resolve("data.new");
        FileTree.delete(partial);
        account.own(directory);
        Command.run(account.command(
                PostgresPrograms.program("initdb"),
                "--pgdata=" + partial,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync",
                "--no-instructions"));
        Files.move(partial, path());
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
