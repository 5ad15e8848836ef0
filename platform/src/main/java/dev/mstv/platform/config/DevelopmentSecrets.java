package dev.mstv.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Secrets that development may go without: made once, kept in a file that only its owner can read. */
final class DevelopmentSecrets {

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;

    private DevelopmentSecrets() {}

    static Map<String, String> in(Path directory) {
        Path file = directory.resolve("secrets.env");
        Map<String, String> secrets = new TreeMap<>(EnvironmentFile.read(file));
        int before = secrets.size();
        secrets.computeIfAbsent("JWT_SECRET", any -> random(KEY_BYTES));
        secrets.computeIfAbsent("ENCRYPTION_KEY", any -> random(KEY_BYTES));
        secrets.computeIfAbsent("SERVICE_SECRET", any -> random(KEY_BYTES));
        secrets.computeIfAbsent("ADMIN_PASSWORD", any -> random(PASSWORD_BYTES));
        if (secrets.size() > before) {
            write(directory, file, secrets);
        }
        return secrets;
    }

    private static String random(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return bytes == KEY_BYTES
                ? Base64.getEncoder().encodeToString(secret)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static void write(Path directory, Path file, Map<String, String> secrets) {
        List<String> lines = new ArrayList<>();
        secrets.forEach((name, value) -> lines.add(name + '=' + value));
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, "secrets", ".env");
            Files.write(draft, lines);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the development secrets in " + file, e);
        }
    }
}
