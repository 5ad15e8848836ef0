package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.HealthState;
import dev.mstv.platform.observability.Status;
import dev.mstv.platform.web.HttpsServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a certificate are replaced while the process runs. */
class CertificateReloadTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private CertificateAuthority authority;
    private Path certificate;
    private Path key;
    private ApplicationContext process;
    private int port;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        authority = new CertificateAuthority(Files.createDirectory(directory.resolve("authority")));
        certificate = directory.resolve("certificate.pem");
        key = directory.resolve("key.pem");
        replace(authority.issue("first"));
        process = RunningProcess.start(Map.of(
                "ENABLE_HTTPS", "true",
                "SSL_CERT_PATH", certificate.toString(),
                "SSL_KEY_PATH", key.toString()));
        port = process.getBean(HttpsServer.class).port();
    }

    @AfterEach
    void end() {
        process.close();
    }

    private void replace(Pair pair) throws IOException {
        Path unused = Files.copy(pair.key(), key, StandardCopyOption.REPLACE_EXISTING);
        unused = Files.copy(pair.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Polling.until(LIMIT, condition)).isTrue();
    }

    /** Whose certificate a client that comes now is shown. */
    private String shown() {
        try (SSLSocket socket = connected()) {
            X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return own.getSubjectX500Principal().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLSocket connected() throws IOException {
        try (TlsClient client = TlsClient.ofHttp1(authority.certificate())) {
            SSLSocket socket = (SSLSocket) client.context().getSocketFactory().createSocket("localhost", port);
            socket.startHandshake();
            return socket;
        }
    }

    private HealthState state() {
        return Objects.requireNonNull(
                process.getBean(Health.class).check().details().get("certificate"));
    }

    private boolean refused() {
        return Boolean.TRUE.equals(state().figures().get("refused"));
    }

    @Test
    void theNewOneCountsForWhoComesThen() throws Exception {
        assertThat(shown()).isEqualTo("CN=first");
        replace(authority.issue("second"));
        await(() -> shown().equals("CN=second"));
    }

    @Test
    void oneWithAnotherKindOfKeyCountsAsWell() throws Exception {
        replace(authority.issueOf("RSA", "second"));
        await(() -> shown().equals("CN=second"));
    }

    @Test
    void whoIsConnectedStaysSo() throws Exception {
        try (SSLSocket open = connected()) {
            replace(authority.issue("second"));
            await(() -> shown().equals("CN=second"));
            open.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(open.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void oneThatIsBrokenIsNotTaken() throws Exception {
        Path unused = Files.writeString(certificate, "nothing of the kind");
        await(this::refused);
        assertThat(shown()).isEqualTo("CN=first");
    }

    @Test
    void oneWithoutItsKeyIsNotTaken() throws Exception {
        Path unused =
                Files.copy(authority.issue("second").certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
        await(this::refused);
        assertThat(shown()).isEqualTo("CN=first");
    }

    @Test
    void oneThatExpiresSoonIsTold() {
        assertThat(state().status()).isEqualTo(Status.DEGRADED);
    }

    @Test
    void whenItExpiresIsCounted() {
        assertThat(process.getBean(MeterRegistry.class)
                        .get("mstv.tls.certificate.expiry")
                        .gauge()
                        .value())
                .isBetween(
                        Duration.ofDays(4).toSeconds() * 1.0, Duration.ofDays(5).toSeconds() * 1.0);
    }
}
