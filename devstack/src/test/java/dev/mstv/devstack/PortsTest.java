package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

    @Test
    void noConnectionThatIsOpenedTakesAFreePort() {
        assertThat(IntStream.range(0, 100).map(any -> Ports.free()).boxed().toList())
                .allMatch(port -> port < FIRST_OF_OUTGOING_CONNECTIONS);
    }

    @Test
    void nobodyIsGivenThePortOfAnother() {
        assertThat(IntStream.range(0, 100).map(any -> Ports.free()).boxed().toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void ofARowEachIsFree() {
        int first = Ports.free(6);
        assertThat(IntStream.range(first, first + 6).boxed()).noneMatch(Ports::isTaken);
    }

    @Test
    void thePortAfterARowIsNotOfTheRow() {
        int first = Ports.free(6);
        assertThat(IntStream.range(first, first + 6).boxed()).doesNotContain(Ports.free());
    }
}
