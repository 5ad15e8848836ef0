package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.platform.web.HttpsServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that asks clients for certificates of their own. */
class MutualTlsTest {

    private static CertificateAuthority authority;
    private static CertificateAuthority other;
    private static Pair known;
    private static Pair expired;
    private static Pair stranger;
    private static ApplicationContext requiring;
    private static ApplicationContext asking;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        authority = new CertificateAuthority(Files.createDirectory(directory.resolve("authority")));
        other = new CertificateAuthority(Files.createDirectory(directory.resolve("other")));
        known = authority.issue("client");
        expired = authority.issueExpired("expired");
        stranger = other.issue("stranger");
        requiring = process("required");
        asking = process("optional");
    }

    @AfterAll
    static void end() {
        requiring.close();
        asking.close();
    }

    private static ApplicationContext process(String clients) {
        Pair pair = authority.issue("server-" + clients);
        return RunningProcess.start(Map.of(
                "ENABLE_HTTPS", "true",
                "HTTPS_CLIENT_AUTH", clients,
                "SSL_CLIENT_CA_PATH", authority.certificate().toString(),
                "SSL_CERT_PATH", pair.certificate().toString(),
                "SSL_KEY_PATH", pair.key().toString()));
    }

    private static int status(ApplicationContext process, TlsClient client) throws Exception {
        try (client) {
            return client.get(process.getBean(HttpsServer.class).port(), "/health/live")
                    .statusCode();
        }
    }

    @Test
    void whoShowsOneIsServed() throws Exception {
        assertThat(status(requiring, TlsClient.showing(known, authority.certificate())))
                .isEqualTo(200);
    }

    @Test
    void whoShowsNoneIsNot() {
        TlsClient client = TlsClient.trusting(authority.certificate());
        assertThatThrownBy(() -> status(requiring, client)).isInstanceOf(IOException.class);
    }

    @Test
    void whoShowsThatOfAnotherAuthorityIsNot() {
        TlsClient client = TlsClient.showing(stranger, authority.certificate());
        assertThatThrownBy(() -> status(requiring, client)).isInstanceOf(IOException.class);
    }

    @Test
    void whoShowsOneThatHasExpiredIsNot() {
        TlsClient client = TlsClient.showing(expired, authority.certificate());
        assertThatThrownBy(() -> status(requiring, client)).isInstanceOf(IOException.class);
    }

    @Test
    void whereItIsOptionalWhoShowsNoneIsServed() throws Exception {
        assertThat(status(asking, TlsClient.trusting(authority.certificate()))).isEqualTo(200);
    }

    @Test
    void alsoWhereItIsOptionalABadOneIsRefused() {
        TlsClient client = TlsClient.showing(expired, authority.certificate());
        assertThatThrownBy(() -> status(asking, client)).isInstanceOf(IOException.class);
    }
}
