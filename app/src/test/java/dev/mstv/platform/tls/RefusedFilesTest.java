package dev.mstv.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the files of TLS is told at the start, all of it. */
class RefusedFilesTest {

    private static Path directory;
    private static CertificateAuthority authority;
    private static Pair good;

    @BeforeAll
    static void issue(@TempDir Path empty) {
        directory = empty;
        authority = new CertificateAuthority(empty);
        good = authority.issue("good");
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static List<String> faults(Path certificate, Path key, Path authorities) {
        Variables variables = new Variables(Map.of(
                "ENABLE_HTTPS",
                "true",
                "SSL_CERT_PATH",
                certificate.toString(),
                "SSL_KEY_PATH",
                key.toString(),
                "SSL_CA_PATH",
                authorities.toString(),
                "JWT_SECRET",
                "a-secret-of-more-than-thirty-two-bytes",
                "ENCRYPTION_KEY",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        Certificates.require(Settings.read(variables, 3000).tls().orElseThrow(), variables);
        Throwable refused = catchThrowable(variables::refuseFaults);
        return refused == null
                ? List.of()
                : String.valueOf(refused.getMessage()).lines().toList();
    }

    private static List<String> faults(Path certificate, Path key) {
        return faults(certificate, key, authority.certificate());
    }

    @Test
    void aGoodPairIsTaken() {
        assertThat(faults(good.certificate(), good.key())).isEmpty();
    }

    @Test
    void aFileThatIsNotThere() {
        Path nowhere = directory.resolve("nowhere.pem");
        assertThat(faults(nowhere, good.key())).containsExactly("SSL_CERT_PATH: " + nowhere + " is not there");
    }

    @Test
    void aDirectory() {
        assertThat(faults(good.certificate(), directory))
                .containsExactly("SSL_KEY_PATH: " + directory + " is not a PEM file");
    }

    @Test
    void aFileWithoutACertificate() {
        assertThat(faults(good.key(), good.key()))
                .containsExactly("SSL_CERT_PATH: " + good.key() + " has no certificate in PEM form");
    }

    @Test
    void aCertificateThatIsNone() throws IOException {
        Path broken = file("broken.pem", "-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----\n");
        assertThat(faults(broken, good.key()))
                .containsExactly("SSL_CERT_PATH: " + broken + " has a certificate that cannot be read");
    }

    @Test
    void aFileWithoutAKey() {
        assertThat(faults(good.certificate(), good.certificate()))
                .containsExactly("SSL_KEY_PATH: " + good.certificate() + " has no private key in PEM form");
    }

    @Test
    void aKeyThatIsNone() throws IOException {
        Path broken = file("broken.key", "-----BEGIN PRIVATE KEY-----\nbm90aGluZw==\n-----END PRIVATE KEY-----\n");
        assertThat(faults(good.certificate(), broken))
                .singleElement()
                .asString()
                .startsWith("SSL_KEY_PATH: " + broken + " has no key that can be read");
    }

    @Test
    void aKeyWithAPassphrase() throws IOException {
        Path locked = file(
                "locked.key",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nbm90aGluZw==\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertThat(faults(good.certificate(), locked))
                .containsExactly("SSL_KEY_PATH: " + locked + " has a passphrase, a key without one is needed");
    }

    @Test
    void theKeyOfAnotherCertificate() {
        Path other = authority.issue("other").key();
        assertThat(faults(good.certificate(), other))
                .containsExactly("SSL_KEY_PATH: " + other + " does not belong to the certificate of SSL_CERT_PATH");
    }

    @Test
    void aKeyOfAnotherKind() {
        Path other = authority.issueOf("RSA", "rsa").key();
        assertThat(faults(good.certificate(), other))
                .containsExactly("SSL_KEY_PATH: " + other + " does not belong to the certificate of SSL_CERT_PATH");
    }

    @Test
    void aCertificateThatHasExpired() {
        Pair old = authority.issueExpired("old");
        assertThat(faults(old.certificate(), old.key()))
                .singleElement()
                .asString()
                .startsWith("SSL_CERT_PATH: " + old.certificate() + " expired on ");
    }

    @Test
    void allThatIsWrongIsToldTogether() {
        assertThat(faults(
                        directory.resolve("no-certificate"),
                        directory.resolve("no-key"),
                        directory.resolve("no-authority")))
                .hasSize(3);
    }
}
