package dev.mstv.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Secrets that development may go without: made once, kept in a file that only its owner can read. */
final class DevelopmentSecrets {

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;

    private static final Map<String, Integer> BYTES = Map.of(
            "JWT_SECRET", KEY_BYTES,
            "ENCRYPTION_KEY", KEY_BYTES,
            "SERVICE_SECRET", KEY_BYTES,
            "ADMIN_PASSWORD", PASSWORD_BYTES);

    private DevelopmentSecrets() {}

    static synchronized Map<String, String> in(Path directory) {
        Path file = directory.resolve("secrets.env");
        Map<String, String> kept = EnvironmentFile.read(file);
        return kept.keySet().containsAll(BYTES.keySet()) ? kept : completed(directory, file);
    }

    private static Map<String, String> completed(Path directory, Path file) {
        try {
            Files.createDirectories(directory);
            // Processes that start together must not each have their own.
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("secrets.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Objects.requireNonNull(held);
                Map<String, String> secrets = new TreeMap<>(EnvironmentFile.read(file));
                BYTES.forEach((name, bytes) -> secrets.computeIfAbsent(name, any -> random(bytes)));
                write(directory, file, secrets);
                return secrets;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the development secrets in " + file, e);
        }
    }

    private static String random(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return bytes == KEY_BYTES
                ? Base64.getEncoder().encodeToString(secret)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static void write(Path directory, Path file, Map<String, String> secrets) throws IOException {
        List<String> lines = new ArrayList<>();
        secrets.forEach((name, value) -> lines.add(name + '=' + value));
        Path draft = Files.createTempFile(directory, "secrets", ".env");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
