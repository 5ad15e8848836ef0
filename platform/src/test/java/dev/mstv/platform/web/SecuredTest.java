package dev.mstv.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proxy says of the connection of its client. */
class SecuredTest {

    private static final String PROXY = "10.0.0.1";
    private static final String SECRET = "only-for-a-test-only-for-a-test-only";

    private static boolean told(String connection, Map<String, String> headers) {
        Settings settings =
                Settings.read(new Variables(Map.of("TRUSTED_PROXIES", "10.0.0.0/8", "JWT_SECRET", SECRET)), 3000);
        return new Secured(settings).isTold(connection, new SimpleHttpHeaders(headers, ConversionService.SHARED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Forwarded-Proto | https                                    | true
            X-Forwarded-Proto | HTTPS                                    | true
            X-Forwarded-Proto | http                                     | false
            X-Forwarded-Proto | https, http                              | false
            X-Forwarded-Proto | https, https                             | true
            Forwarded         | for=192.0.2.1;proto=https                | true
            Forwarded         | proto="https"                            | true
            Forwarded         | for=192.0.2.1                            | false
            Forwarded         | proto=https, for=192.0.2.1;proto=http    | false
            """)
    void itIsBelieved(String header, String value, boolean secured) {
        assertThat(told(PROXY, Map.of(header, value))).isEqualTo(secured);
    }

    @Test
    void whoIsNoTrustedProxyIsNotBelieved() {
        assertThat(told("192.0.2.7", Map.of("X-Forwarded-Proto", "https"))).isFalse();
    }

    @Test
    void ofTwoHeadersNeitherIsBelieved() {
        assertThat(told(PROXY, Map.of("X-Forwarded-Proto", "https", "Forwarded", "proto=https")))
                .isFalse();
    }

    @Test
    void whoSaysNothingHasSaidNothing() {
        assertThat(told(PROXY, Map.of())).isFalse();
    }
}
