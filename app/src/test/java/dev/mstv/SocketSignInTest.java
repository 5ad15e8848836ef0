package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.SignedIn;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may have a socket, and how they say who they are. */
class SocketSignInTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private SignedIn ada;

    @BeforeEach
    void signIn() {
        ada = Accounts.someone(PROCESS);
    }

    private static SocketClient silent() {
        return new SocketClient(PROCESS, "/ws", Map.of());
    }

    private String auth(String token) {
        return "{'event':'auth','data':{'token':'" + token + "'},'id':'1'}";
    }

    @Test
    void byTheHeader() {
        try (SocketClient client =
                new SocketClient(PROCESS, "/ws", Map.of("Authorization", "Bearer " + ada.accessToken()))) {
            assertThat(client.next("connected").path("data").path("userId").asText())
                    .isEqualTo(ada.user().id().toString());
        }
    }

    @Test
    void byASubprotocol() {
        try (SocketClient client = new SocketClient(PROCESS, "/ws", Map.of(), "bearer", ada.accessToken())) {
            assertThat(client.next("connected").path("data").path("sessionId").asText())
                    .isEqualTo(ada.session().toString());
        }
    }

    @Test
    void theTokenIsNotRepeatedInTheAnswer() {
        try (SocketClient client = new SocketClient(PROCESS, "/ws", Map.of(), "bearer", ada.accessToken())) {
            assertThat(client.subprotocol()).isEqualTo("bearer");
        }
    }

    @Test
    void byTheFirstFrame() {
        try (SocketClient client = silent()) {
            JsonNode answer = client.ask(auth(ada.accessToken()));
            assertThat(answer.path("event").asText()).isEqualTo("connected");
            assertThat(answer.path("success").asBoolean()).isTrue();
            assertThat(answer.path("id").asText()).isEqualTo("1");
        }
    }

    @Test
    void onlyOnce() {
        try (SocketClient client = SocketClient.of(PROCESS, ada.accessToken())) {
            assertThat(client.ask(auth(ada.accessToken()))
                            .path("error")
                            .path("code")
                            .asText())
                    .isEqualTo("already_signed_in");
        }
    }

    @Test
    void aBadTokenInTheHeaderRefusesTheHandshake() {
        try (RawSocket socket = RawSocket.of(PROCESS, "a.b.c")) {
            assertThat(socket.refusal()).isEqualTo("401 invalid_token");
        }
    }

    @Test
    void aBadTokenInASubprotocolRefusesTheHandshake() {
        try (RawSocket socket = new RawSocket(PROCESS, "/ws", "Sec-WebSocket-Protocol: bearer, a.b.c")) {
            assertThat(socket.refusal()).isEqualTo("401 invalid_token");
        }
    }

    @Test
    void aBadTokenInAFrameIsNamed() {
        try (SocketClient client = silent()) {
            assertThat(client.ask(auth("a.b.c")).path("error").path("code").asText())
                    .isEqualTo("invalid_token");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoSaysNothingIsLetGo() {
        try (SocketClient client = silent()) {
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aStrangerIsAskedToSignIn() {
        try (SocketClient client = silent()) {
            assertThat(client.ask("{'event':'ping'}").path("error").path("code").asText())
                    .isEqualTo("unauthenticated");
        }
    }

    @Test
    void aRequestThatIsNoHandshakeIsRefused() {
        try (RawConnection connection =
                new RawConnection(PROCESS.getBean(EmbeddedServer.class).getPort())) {
            connection.say("GET /ws HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(connection.line()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void theHandshakeIsAnsweredAsTheStandardSays() {
        try (RawSocket socket = RawSocket.of(PROCESS, ada.accessToken())) {
            // The example of RFC 6455, section 1.3.
            assertThat(socket.answer())
                    .startsWith("HTTP/1.1 101 ")
                    .containsIgnoringCase("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .containsIgnoringCase("x-request-id: ");
        }
    }

    @Test
    void aPageOfAnotherOriginIsRefused() {
        try (ApplicationContext process = RunningProcess.start(Map.of("ALLOWED_ORIGINS", "https://good.example"))) {
            try (RawSocket bad = new RawSocket(process, "/ws", "Origin: https://bad.example");
                    RawSocket good = new RawSocket(process, "/ws", "Origin: https://good.example");
                    RawSocket none = new RawSocket(process, "/ws")) {
                assertThat(bad.refusal()).isEqualTo("403 origin_not_allowed");
                assertThat(good.answer()).startsWith("HTTP/1.1 101 ");
                assertThat(none.answer()).startsWith("HTTP/1.1 101 ");
            }
        }
    }
}
