package dev.mstv.platform.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.platform.config.ConsulSettings;
import java.net.SocketException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedTest {

    private static final ConsulSettings HERE = new ConsulSettings(true, "127.0.0.1", 8500, Optional.empty());

    @ParameterizedTest
    @CsvSource({"10.0.0.7,10.0.0.7", "node-1.example.com,node-1.example.com", "[fd00::1],fd00::1"})
    void isTheHostThatIsSaid(String said, String host) throws SocketException {
        assertThat(Advertised.of(said, HERE).host()).hasValue(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "[::]"})
    void isThatOfTheAgentOfThisMachineWhereEveryAddressIsListenedAt(String every) throws SocketException {
        assertThat(Advertised.of(every, HERE).host()).isEmpty();
    }

    @Test
    void isReachedByTheAgentOfThisMachineOnLoopback() throws SocketException {
        assertThat(Advertised.of("0.0.0.0", HERE).forAgent()).isEqualTo("127.0.0.1");
    }

    @Test
    void hasBracketsInUrls() throws SocketException {
        assertThat(Advertised.of("fd00::1", HERE).forAgent()).isEqualTo("[fd00::1]");
    }

    @Test
    void isNotKnownWhereTheAgentIsNot() {
        ConsulSettings nowhere = new ConsulSettings(true, "no-such-host.invalid", 8500, Optional.empty());
        assertThatThrownBy(() -> Advertised.of("0.0.0.0", nowhere)).isInstanceOf(SocketException.class);
    }
}
