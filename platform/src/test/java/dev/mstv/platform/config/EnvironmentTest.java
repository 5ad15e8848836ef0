package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static final Map<String, String> TEST = Map.of("APP_ENV", "test");
    private static final Map<String, String> HTTPS = Map.of("ENABLE_HTTPS", "true");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private void file(String... lines) throws IOException {
        Files.write(directory.resolve(".env"), List.of(lines));
    }

    @ParameterizedTest
    @CsvSource({"PORT=4000,4000", "PORT = 4000 ,4000", "PORT=\"4000\",4000", "PORT='4000',4000", "export PORT=4000,4000"
    })
    void readsALineOfTheFile(String line, String value) throws IOException {
        file(line);
        assertThat(Environment.of(TEST, directory).text("PORT")).contains(value);
    }

    @Test
    void skipsCommentsAndEmptyLines() throws IOException {
        file("# PORT=1", "", "PORT=2");
        assertThat(Environment.of(TEST, directory).text("PORT")).contains("2");
    }

    @Test
    void believesTheRealEnvironmentBeforeTheFile() throws IOException {
        file("PORT=1");
        Map<String, String> real = Map.of("APP_ENV", "test", "PORT", "2");
        assertThat(Environment.of(real, directory).text("PORT")).contains("2");
    }

    @Test
    void keepsTheLineBreaksOfAKey() throws IOException {
        file("JWT_PRIVATE_KEY=\"a\\nb\"");
        assertThat(Environment.of(TEST, directory).text("JWT_PRIVATE_KEY")).contains("a\nb");
    }

    @Test
    void needsNoFile() {
        assertThat(Environment.of(TEST, directory).text("PORT")).isEmpty();
    }

    @Test
    void makesUpSecretsInDevelopment() {
        assertThat(Environment.of(Map.of(), directory).text("JWT_SECRET")).isPresent();
    }

    @Test
    void keepsTheSecretsThatItMadeUp() {
        assertThat(Environment.of(Map.of(), directory).text("ENCRYPTION_KEY"))
                .isEqualTo(Environment.of(Map.of(), directory).text("ENCRYPTION_KEY"));
    }

    @Test
    void showsTheSecretsThatItMadeUpToTheirOwnerOnly() throws IOException {
        Environment.of(Map.of(), directory);
        Path secrets = directory.resolve(".mstv/secrets.env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
    }

    @Test
    void makesUpACertificateForTlsInDevelopment() {
        Variables variables = Environment.of(HTTPS, directory);
        assertThat(variables.text("SSL_CERT_PATH").map(Path::of).orElseThrow()).isRegularFile();
        assertThat(variables.text("SSL_KEY_PATH").map(Path::of).orElseThrow()).isRegularFile();
    }

    @Test
    void keepsTheCertificateThatItMadeUp() throws IOException {
        Environment.of(HTTPS, directory);
        Path certificate = directory.resolve(".mstv/certificate.pem");
        String first = Files.readString(certificate);
        Environment.of(HTTPS, directory);
        assertThat(certificate).hasContent(first);
    }

    @Test
    void showsTheKeyOfItToItsOwnerOnly() throws IOException {
        Environment.of(HTTPS, directory);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve(".mstv/certificate-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesUpNoCertificateBesideOneThatIsNamed() {
        Map<String, String> named = Map.of("ENABLE_HTTPS", "true", "SSL_CERT_PATH", "mine.pem");
        assertThat(Environment.of(named, directory).text("SSL_KEY_PATH")).isEmpty();
    }

    @Test
    void makesUpNoCertificateWithoutTls() {
        assertThat(Environment.of(Map.of(), directory).text("SSL_CERT_PATH")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "test"})
    void makesUpNoCertificateElsewhere(String mode) {
        assertThat(Environment.of(Map.of("ENABLE_HTTPS", "true", "APP_ENV", mode), directory)
                        .text("SSL_CERT_PATH"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"APP_ENV,production", "NODE_ENV,production", "APP_ENV,test", "APP_ENV,nonsense"})
    void makesUpNothingElsewhere(String name, String mode) {
        assertThat(Environment.of(Map.of(name, mode), directory).text("JWT_SECRET"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"APP_ENV,''", "APP_ENV,Development", "NODE_ENV,DEVELOPMENT"})
    void makesUpSecretsInWhateverIsReadAsDevelopment(String name, String mode) {
        assertThat(Environment.of(Map.of(name, mode), directory).text("JWT_SECRET"))
                .isPresent();
    }
}
