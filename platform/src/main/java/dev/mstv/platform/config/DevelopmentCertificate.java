package dev.mstv.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;

/**
 * The certificate that development may go without: for the names that this machine has for itself, signed by its own
 * key, kept in files, and made anew once it has expired.
 */
final class DevelopmentCertificate {

    private DevelopmentCertificate() {}

    /** Whether TLS is on and nobody says by which certificate. */
    static boolean isWanted(Map<String, String> values) {
        return "true"
                        .equalsIgnoreCase(
                                values.getOrDefault(TlsSettings.SWITCH, "").strip())
                && values.getOrDefault(TlsSettings.CERTIFICATE, "").isBlank()
                && values.getOrDefault(TlsSettings.KEY, "").isBlank();
    }

    /**
     * Where it is, by variable.
     *
     * @throws ConfigurationException if it cannot be made
     */
    static synchronized Map<String, String> in(Path directory) {
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("certificate-key.pem");
        try {
            Files.createDirectories(directory);
            // Processes that start together must not each have their own.
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("certificate.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Objects.requireNonNull(held);
                if (!isValid(certificate)) {
                    make(directory, certificate, key);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    TlsSettings.CERTIFICATE + ": is missing, and no certificate can be made, " + e.getMessage());
        }
        return Map.of(TlsSettings.CERTIFICATE, certificate.toString(), TlsSettings.KEY, key.toString());
    }

    private static boolean isValid(Path certificate) throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(certificate)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(certificate)) {
            X509Certificate read =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
            read.checkValidity();
            return true;
        } catch (CertificateExpiredException e) {
            return false;
        }
    }

    private static void make(Path directory, Path certificate, Path key) throws IOException, GeneralSecurityException {
        SelfSigned made = SelfSigned.make(directory);
        replace(directory, key, made.keyPem());
        replace(directory, certificate, made.certificatePem());
    }

    private static void replace(Path directory, Path file, String pem) throws IOException {
        // Readable by its owner only.
        Path draft = Files.createTempFile(directory, "certificate", ".pem");
        Files.writeString(draft, pem);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
