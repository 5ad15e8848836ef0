package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.devstack.Ports;
import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.web.HttpsServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that speaks TLS beside plain HTTP. */
class HttpsTest {

    private static ApplicationContext process;
    private static Map<String, String> tls;
    private static int port;
    private static TlsClient client;
    private static TlsClient clientOfHttp1;
    private static Plain plain;

    @BeforeAll
    static void start(@TempDir Path directory) {
        CertificateAuthority authority = new CertificateAuthority(directory);
        Pair pair = authority.issue("server");
        tls = Map.of(
                "ENABLE_HTTPS", "true",
                "SSL_CERT_PATH", pair.certificate().toString(),
                "SSL_KEY_PATH", pair.key().toString());
        process = RunningProcess.start(
                with(Map.of("TRUSTED_PROXIES", "127.0.0.0/8", "PROMETHEUS_PORT", Integer.toString(Ports.free()))));
        port = process.getBean(HttpsServer.class).port();
        client = TlsClient.trusting(authority.certificate());
        clientOfHttp1 = TlsClient.ofHttp1(authority.certificate());
        plain = new Plain(process);
    }

    @AfterAll
    static void end() {
        client.close();
        clientOfHttp1.close();
        plain.close();
        process.close();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(tls);
        environment.putAll(more);
        return environment;
    }

    @Test
    void clientsThatCanSpeakHttp2() throws Exception {
        assertThat(client.get(port, "/health/live").version()).isEqualTo(Version.HTTP_2);
    }

    @Test
    void othersSpeakHttp11() throws Exception {
        assertThat(clientOfHttp1.get(port, "/health/live").version()).isEqualTo(Version.HTTP_1_1);
    }

    @Test
    void plainHttpStaysHttp11() throws Exception {
        assertThat(plain.get("/health/live").version()).isEqualTo(Version.HTTP_1_1);
    }

    @Test
    void aRequestOverHttp2IsServed() throws Exception {
        assertThat(client.get(port, "/users").statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestOverHttp11IsServed() throws Exception {
        assertThat(clientOfHttp1.get(port, "/users").statusCode()).isEqualTo(401);
    }

    static Stream<TlsClient> clients() {
        return Stream.of(client, clientOfHttp1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void aBodyIsRead(TlsClient either) throws Exception {
        assertThat(either.post(port, "/graphql", "{\"query\":\"{ __typename }\"}")
                        .body())
                .contains("\"__typename\":\"Query\"");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void aBodyThatIsTooLargeIsRefused(TlsClient either) throws Exception {
        String large = "{\"query\":\"" + " ".repeat(1_200_000) + "\"}";
        assertThat(either.post(port, "/graphql", large).statusCode()).isEqualTo(413);
    }

    @Test
    void itDoesNotStartWhereAnotherListens() {
        Map<String, String> taken = with(Map.of("HTTPS_PORT", Integer.toString(port)));
        assertThatThrownBy(() -> RunningProcess.start(taken).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("HTTPS_PORT: " + port + " cannot be listened at");
    }

    @Test
    void itListensNoMoreWhenItHasEnded() {
        ApplicationContext gateway = RunningProcess.start(with(Map.of("SERVICE_NAME", "api-gateway")));
        int ended = gateway.getBean(HttpsServer.class).port();
        gateway.close();
        assertThatThrownBy(() -> new RawTls(ended).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void theMetricsStayAtTheirOwnPort() throws Exception {
        assertThat(client.get(port, "/metrics").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "X-Content-Type-Options", "Strict-Transport-Security"})
    void everyAnswerOverHttp2HasTheHeadersOfEveryAnswer(String header) throws Exception {
        assertThat(client.get(port, "/users").headers().firstValue(header)).isPresent();
    }

    @Test
    void browsersAreToldToStayWithTls() throws Exception {
        assertThat(clientOfHttp1.get(port, "/health/live").headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
    }

    @Test
    void overPlainHttpTheyAreNot() throws Exception {
        assertThat(plain.get("/health/live").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void aTrustedProxyThatSpeaksTlsIsBelieved() throws Exception {
        assertThat(plain.get("/health/live", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void theServerIsKnownByThePlainPort() {
        assertThat(process.getBean(EmbeddedServer.class).getURI().toString()).startsWith("http://");
        assertThat(process.getBean(EmbeddedServer.class).getPort()).isNotEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void itSpeaksTheVersionsOfTlsThatAreSafe(String protocol) throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void itSpeaksNoOther() throws Exception {
        try (RawTls old = new RawTls(port)) {
            old.helloOfTls11();
            assertThat(old.alert()).isEqualTo(RawTls.PROTOCOL_VERSION);
        }
    }

    @Test
    void itSpeaksNoCipherWithoutForwardSecrecyOrAuthentication() throws Exception {
        Pattern bad = Pattern.compile("TLS_RSA_.*|.*_CBC_.*");
        try (SSLSocket socket = socket()) {
            List<String> suites = Arrays.stream(socket.getSupportedCipherSuites())
                    .filter(suite -> bad.matcher(suite).matches())
                    .toList();
            assertThat(suites).isNotEmpty();
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(suites.toArray(String[]::new));
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    private static SSLSocket socket() throws IOException {
        return (SSLSocket) client.context().getSocketFactory().createSocket("localhost", port);
    }
}
