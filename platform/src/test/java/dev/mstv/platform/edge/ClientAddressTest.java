package dev.mstv.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";
    private static final String SECRET = "only-for-a-test-only-for-a-test-only";

    private static String behind(String connection, Map<String, String> headers) {
        Settings settings =
                Settings.read(new Variables(Map.of("TRUSTED_PROXIES", "10.0.0.0/8", "JWT_SECRET", SECRET)), 3000);
        return new ClientAddress(settings)
                .of(connection, new SimpleHttpHeaders(headers, ConversionService.SHARED)::getAll);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.1                       | 192.0.2.1
            192.0.2.1:4711                  | 192.0.2.1
            203.0.113.9, 192.0.2.1          | 192.0.2.1
            192.0.2.1, 10.0.0.2             | 192.0.2.1
            2001:db8::1                     | 2001:db8::1
            192.0.2.1, unknown              | 10.0.0.1
            someone                         | 10.0.0.1
            """)
    void readsWhatAProxyNames(String header, String address) {
        assertThat(behind(PROXY, Map.of("X-Forwarded-For", header))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for=192.0.2.1;proto=https           | 192.0.2.1
            proto=https;for="192.0.2.1:4711"    | 192.0.2.1
            for="[2001:db8::1]:4711"            | 2001:db8::1
            for=203.0.113.9, for=192.0.2.1      | 192.0.2.1
            for=203.0.113.9, for=unknown        | 10.0.0.1
            """)
    void readsTheStandardsHeader(String header, String address) {
        assertThat(behind(PROXY, Map.of("Forwarded", header))).isEqualTo(address);
    }

    @Test
    void believesNeitherOfTwoHeaders() {
        Map<String, String> both = Map.of("Forwarded", "for=203.0.113.9", "X-Forwarded-For", "192.0.2.1");
        assertThat(behind(PROXY, both)).isEqualTo(PROXY);
    }

    @Test
    void believesNobodyWhoIsNotTrusted() {
        assertThat(behind("192.0.2.7", Map.of("X-Forwarded-For", "203.0.113.9")))
                .isEqualTo("192.0.2.7");
    }
}
