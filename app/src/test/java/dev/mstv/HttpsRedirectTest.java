package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.platform.web.HttpsServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that wants its clients to use TLS. */
class HttpsRedirectTest {

    private static ApplicationContext process;
    private static int port;
    private static TlsClient client;
    private static Plain plain;

    @BeforeAll
    static void start(@TempDir Path directory) {
        CertificateAuthority authority = new CertificateAuthority(directory);
        Pair pair = authority.issue("server");
        process = RunningProcess.start(Map.of(
                "ENABLE_HTTPS", "true",
                "HTTPS_REDIRECT", "true",
                "SSL_CERT_PATH", pair.certificate().toString(),
                "SSL_KEY_PATH", pair.key().toString(),
                "TRUSTED_PROXIES", "127.0.0.0/8"));
        port = process.getBean(HttpsServer.class).port();
        client = TlsClient.trusting(authority.certificate());
        plain = new Plain(process);
    }

    @AfterAll
    static void end() {
        client.close();
        plain.close();
        process.close();
    }

    @Test
    void aClientOfPlainHttpIsSentThereWithItsMethod() throws Exception {
        assertThat(plain.get("/users").statusCode()).isEqualTo(308);
    }

    @Test
    void theAddressIsTheSameOtherwise() throws Exception {
        assertThat(plain.get("/users?q=a%20b").headers().firstValue("Location"))
                .hasValue("https://127.0.0.1:" + port + "/users?q=a%20b");
    }

    @Test
    void theAnswerHasTheHeadersOfEveryAnswer() throws Exception {
        assertThat(plain.get("/users").headers().firstValue("X-Request-Id")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void whoWatchesTheProcessIsAnswered(String path) throws Exception {
        assertThat(plain.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesOverTlsIsAnswered() throws Exception {
        assertThat(client.get(port, "/users").statusCode()).isEqualTo(401);
    }

    @Test
    void whoComesOverTlsToAProxyIsAnswered() throws Exception {
        assertThat(plain.get("/users", "X-Forwarded-Proto", "https").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aHostThatIsNoneIsNotSentAnywhere() {
        int plainPort = process.getBean(EmbeddedServer.class).getPort();
        try (RawConnection connection = new RawConnection(plainPort)) {
            connection.say("GET /users HTTP/1.1\r\nHost: evil/\\path\r\n\r\n");
            assertThat(connection.line()).startsWith("HTTP/1.1 400");
        }
    }
}
