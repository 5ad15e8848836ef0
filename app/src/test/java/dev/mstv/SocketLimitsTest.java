package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.SignedIn;
import dev.mstv.devstack.Polling;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client cannot do to the others, nor to the process. */
class SocketLimitsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MEBIBYTE = 1_048_576;

    private static ApplicationContext process;

    private SignedIn ada;

    @BeforeAll
    static void start() {
        process = RunningProcess.start(Map.of("INBOUND_LIMIT", "4"));
    }

    @AfterAll
    static void end() {
        process.close();
    }

    @BeforeEach
    void signIn() {
        ada = Accounts.someone(process);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static double closed(String code) {
        return process.getBean(MeterRegistry.class).find("mstv.socket.closes").tag("code", code).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void aMessageThatIsTooLargeClosesTheSocket() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            // The head says how much is to come, which is enough.
            socket.bytes(new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 0, 0, 0x10, 0, 1, 0, 0, 0, 0});
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void soDoesOneInManyFrames() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            socket.frame(RawSocket.TEXT_TO_BE_CONTINUED, new byte[MEBIBYTE / 2]);
            socket.frame(RawSocket.CONTINUED, new byte[MEBIBYTE / 2]);
            socket.frame(RawSocket.CONTINUED, new byte[1]);
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void whatIsNotUtf8ClosesTheSocket() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            socket.frame(RawSocket.TEXT, new byte[] {(byte) 0xC3, 0x28});
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void soDoesAFrameWithoutAMask() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            socket.bytes(new byte[] {(byte) 0x81, 2, 'h', 'i'});
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void soDoesAFrameOfAnExtensionThatNobodyAgreedTo() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            socket.frame(0xC1, utf8("hi"));
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void theEndOfAMessageWithoutItsBeginningClosesTheSocket() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            socket.frame(0x80, utf8("hi"));
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void aUserHasSoManySockets() {
        List<SocketClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                clients.add(SocketClient.of(process, ada.accessToken()));
            }
            try (RawSocket tooMany = RawSocket.of(process, ada.accessToken())) {
                assertThat(tooMany.closeCode()).isEqualTo(4429);
            }
        } finally {
            clients.forEach(SocketClient::close);
        }
    }

    @Test
    void whoLeavesMakesRoom() {
        for (int i = 0; i < 40; i++) {
            try (SocketClient client = SocketClient.of(process, ada.accessToken())) {
                assertThat(client.ask("{'event':'ping'}").path("event").asText())
                        .isEqualTo("pong");
            }
        }
    }

    @Test
    void aSocketThatIsOpenHoldsNoPermit() {
        List<SocketClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                clients.add(SocketClient.of(process, ada.accessToken()));
            }
            assertThat(Polling.until(
                            LIMIT,
                            () -> process.getBean(MeterRegistry.class).get("mstv.inbound.running").gauges().stream()
                                    .allMatch(running -> running.value() == 0)))
                    .isTrue();
        } finally {
            clients.forEach(SocketClient::close);
        }
    }

    @Test
    void whoNeverReadsIsDroppedAndOthersAreStillTold() {
        double before = closed("1013");
        try (RawSocket deaf = RawSocket.of(process, ada.accessToken());
                SocketClient other =
                        SocketClient.of(process, Accounts.someone(process).accessToken())) {
            byte[] echo = utf8("{\"event\":\"message\",\"data\":{\"text\":\"" + "x".repeat(200_000) + "\"}}");
            Thread talks = Thread.startVirtualThread(() -> talk(deaf, echo));
            assertThat(Polling.until(LIMIT, () -> closed("1013") == before + 1)).isTrue();
            JsonNode answer = other.ask("{'event':'ping'}");
            assertThat(answer.path("event").asText()).isEqualTo("pong");
            talks.interrupt();
        }
    }

    private static void talk(RawSocket deaf, byte[] echo) {
        try {
            for (int i = 0; i < 200; i++) {
                deaf.frame(RawSocket.TEXT, echo);
            }
        } catch (UncheckedIOException e) {
            // The server has let go.
        }
    }

    @Test
    void whoFloodsWithPingsAndNeverReadsIsDroppedAsWell() {
        double before = closed("1013");
        try (RawSocket deaf = RawSocket.of(process, ada.accessToken())) {
            byte[] payload = new byte[125];
            Thread talks = Thread.startVirtualThread(() -> {
                try {
                    for (int i = 0; i < 200_000; i++) {
                        deaf.frame(RawSocket.PING, payload);
                    }
                } catch (UncheckedIOException e) {
                    // The server has let go.
                }
            });
            assertThat(Polling.until(LIMIT, () -> closed("1013") == before + 1)).isTrue();
            talks.interrupt();
        }
    }

    @Test
    void thousandsOfFramesAtOnceAreTakenOneByOne() {
        try (RawSocket socket = RawSocket.of(process, ada.accessToken())) {
            byte[] many = new byte[6 * 10_000];
            for (int i = 0; i < many.length; i += 6) {
                // A pong nobody asked for, masked, of nothing.
                many[i] = (byte) 0x8A;
                many[i + 1] = (byte) 0x80;
            }
            socket.bytes(many);
            socket.frame(0x88, new byte[] {0x03, (byte) 0xE8});
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
    }
}
