package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.web.HttpsServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of TLS and HTTP/2 that mean no good. */
class HttpsAbuseTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LIMIT_OF_REQUESTS = 2;
    private static final int FLOOD = 2_000;

    private static CertificateAuthority authority;
    private static ApplicationContext process;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path directory) {
        authority = new CertificateAuthority(directory);
        Pair pair = authority.issue("server");
        process = RunningProcess.start(Map.of(
                "ENABLE_HTTPS", "true",
                "INBOUND_LIMIT", Integer.toString(LIMIT_OF_REQUESTS),
                "SSL_CERT_PATH", pair.certificate().toString(),
                "SSL_KEY_PATH", pair.key().toString()));
        port = process.getBean(HttpsServer.class).port();
    }

    @AfterAll
    static void end() {
        process.close();
    }

    private static int status() throws Exception {
        try (TlsClient client = TlsClient.trusting(authority.certificate())) {
            return client.get(port, "/users").statusCode();
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsEnded() throws Exception {
        try (RawTls slow = new RawTls(port)) {
            slow.hesitate();
            assertThat(slow.isClosed()).isTrue();
        }
    }

    @Test
    void aClientThatResetsAllItAsksForIsCutOff() throws Exception {
        try (RawHttp2 client = new RawHttp2(authority.certificate(), port)) {
            client.flood(FLOOD);
            assertThat(client.goneAway()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void othersAreServedMeanwhile() throws Exception {
        try (RawHttp2 client = new RawHttp2(authority.certificate(), port)) {
            client.flood(100);
            assertThat(Polling.until(LIMIT, HttpsAbuseTest::isIdle)).isTrue();
            assertThat(status()).isEqualTo(401);
        }
    }

    @Test
    void nothingOfItIsLeft() throws Exception {
        try (RawHttp2 client = new RawHttp2(authority.certificate(), port)) {
            client.flood(FLOOD);
            int unused = client.goneAway();
        }
        assertThat(Polling.until(LIMIT, HttpsAbuseTest::isIdle)).isTrue();
    }

    @Test
    void aClientIsToldHowManyRequestsItMayHaveAtOnce() throws Exception {
        try (RawHttp2 client = new RawHttp2(authority.certificate(), port)) {
            assertThat(client.setting(RawHttp2.MAX_CONCURRENT_STREAMS)).isEqualTo(100);
        }
    }

    private static boolean isIdle() {
        return process.getBean(MeterRegistry.class)
                        .get("mstv.inbound.running")
                        .tag("lane", "work")
                        .gauge()
                        .value()
                == 0;
    }
}
