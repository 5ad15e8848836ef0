package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.GetUser;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of one system call each other over TLS, and show each other who they are. */
class RemoteBusTlsTest {

    private static CertificateAuthority authority;
    private static CertificateAuthority other;
    private static Split split;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        authority = new CertificateAuthority(Files.createDirectory(directory.resolve("authority")));
        other = new CertificateAuthority(Files.createDirectory(directory.resolve("other")));
        split = new Split(environment(authority.issue("process"), authority), "users");
    }

    @AfterAll
    static void end() {
        split.close();
    }

    private static Map<String, String> environment(Pair own, CertificateAuthority trusted) {
        return Map.of(
                "ENABLE_HTTPS", "true",
                "HTTPS_CLIENT_AUTH", "required",
                "SSL_CLIENT_CA_PATH", authority.certificate().toString(),
                "SSL_CA_PATH", trusted.certificate().toString(),
                "SSL_CERT_PATH", own.certificate().toString(),
                "SSL_KEY_PATH", own.key().toString());
    }

    /** What a process with other settings hears from the one that has the users; the code of a problem if it is one. */
    private static String heard(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("CB_TIMEOUT", "2s");
        try (ApplicationContext gateway = split.gateway(environment)) {
            return new Sender(gateway, Caller.SYSTEM)
                    .ask(new GetUser(new UUID(1, 1)))
                    .map(user -> "found")
                    .orElse("not found");
        } catch (Refusal refusal) {
            return refusal.problem().code();
        }
    }

    @Test
    void oneOfThemIsReached() {
        assertThat(heard(Map.of())).isEqualTo("not found");
    }

    @Test
    void oneThatShowsTheCertificateOfAnotherAuthorityIsNotLetIn() {
        assertThat(heard(environment(other.issue("stranger"), authority))).isEqualTo("service_unavailable");
    }

    @Test
    void oneThatTheCallerDoesNotTrustIsNotCalled() {
        assertThat(heard(environment(authority.issue("doubting"), other))).isEqualTo("service_unavailable");
    }

    @Test
    void oneThatSpeaksNoTlsIsNotUnderstood() {
        assertThat(heard(Map.of("ENABLE_HTTPS", "false"))).isEqualTo("service_unavailable");
    }

    @Test
    void thoseWithTheSameSelfSignedCertificateTrustEachOther() {
        Pair same = authority.selfSigned("same");
        Map<String, String> environment = Map.of(
                "ENABLE_HTTPS", "true",
                "SSL_CERT_PATH", same.certificate().toString(),
                "SSL_KEY_PATH", same.key().toString());
        try (Split pair = new Split(environment, "users");
                ApplicationContext gateway = pair.gateway()) {
            assertThat(new Sender(gateway, Caller.SYSTEM).ask(new GetUser(new UUID(1, 1))))
                    .isEmpty();
        }
    }

    @Test
    void oneWithTheCertificateOfAnotherHostIsNotCalled() {
        Pair elsewhere = authority.issueFor("elsewhere.example.com", "elsewhere");
        try (Split far = new Split(environment(elsewhere, authority), "users");
                ApplicationContext gateway = far.gateway(environment(authority.issue("caller"), authority))) {
            Sender system = new Sender(gateway, Caller.SYSTEM);
            assertThat(system.refused(new GetUser(new UUID(1, 1))).code()).isEqualTo("service_unavailable");
        }
    }
}
