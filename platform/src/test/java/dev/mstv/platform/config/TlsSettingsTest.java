package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TlsSettingsTest {

    private static Configured on() {
        return Configured.with("ENABLE_HTTPS", "true")
                .and("SSL_CERT_PATH", "certificate.pem")
                .and("SSL_KEY_PATH", "key.pem");
    }

    private static TlsSettings tls(Configured configured) {
        return configured.settings().tls().orElseThrow();
    }

    @Test
    void itIsOffUnlessSomebodySwitchesItOn() {
        assertThat(Configured.with("SSL_CERT_PATH", "certificate.pem")
                        .settings()
                        .tls())
                .isEmpty();
    }

    @Test
    void itsPortIsThatOfTheContract() {
        assertThat(tls(on()).port()).isEqualTo(3443);
    }

    @Test
    void whoWantsAnyPortForHttpWantsAnyForTls() {
        assertThat(tls(on().and("PORT", "0")).port()).isZero();
    }

    @Test
    void withoutACertificateItCannotBeOn() {
        assertThat(Configured.with("ENABLE_HTTPS", "true").faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("SSL_CERT_PATH: is missing"),
                        fault -> assertThat(fault).startsWith("SSL_KEY_PATH: is missing"));
    }

    @Test
    void callsTrustTheOwnCertificateUnlessSomebodySaysWhom() {
        assertThat((Object) tls(on()).authorities()).isEqualTo(Path.of("certificate.pem"));
    }

    @Test
    void clientsAreNotAskedForCertificates() {
        assertThat(tls(on()).clients()).isEqualTo(TlsSettings.Clients.NONE);
    }

    @Test
    void clientsThatAreAskedNeedAnAuthority() {
        assertThat(on().and("HTTPS_CLIENT_AUTH", "required").faults())
                .singleElement()
                .asString()
                .startsWith("SSL_CLIENT_CA_PATH: is missing where HTTPS_CLIENT_AUTH is required");
    }

    @Test
    void nobodyIsSentToItUnlessSomebodySaysSo() {
        assertThat(tls(on()).redirect()).isFalse();
    }
}
