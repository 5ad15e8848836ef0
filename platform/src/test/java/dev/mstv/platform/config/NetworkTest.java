package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255",
        "172.16.0.0/12,172.31.0.1",
        "192.168.1.128/25,192.168.1.128",
        "127.0.0.1,127.0.0.1",
        "0.0.0.0/0,8.8.8.8",
        "2001:db8::/32,2001:db8:ffff::1",
        "::1,::1",
        "fc00::/7,fdff::1"
    })
    void contains(String network, String address) {
        assertThat(Network.parse(network).contains(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,11.0.0.0",
        "172.16.0.0/12,172.32.0.0",
        "192.168.1.128/25,192.168.1.127",
        "127.0.0.1,127.0.0.2",
        "0.0.0.0/0,::1",
        "2001:db8::/32,2001:db9::1",
        "fc00::/7,fe00::1",
        "10.0.0.0/8,localhost",
        "10.0.0.0/8,''",
        "10.0.0.0/8,10.0.0.1.evil.example"
    })
    void doesNotContain(String network, String address) {
        assertThat(Network.parse(network).contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/", "10.0.0.0/x", "1.2.3.4.5"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }
}
