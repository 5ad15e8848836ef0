package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.SignedIn;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process with no module has sockets like any other. */
class SocketGatewayTest {

    private static Split split;
    private static ApplicationContext gateway;

    @BeforeAll
    static void start() {
        split = new Split("users,auth", "orders,payments,notifications,audit");
        gateway = split.gateway();
    }

    @AfterAll
    static void end() {
        gateway.close();
        split.close();
    }

    @Test
    void aQueryIsAnsweredByAnotherProcess() {
        SignedIn ada = Accounts.someone(gateway);
        try (SocketClient client = SocketClient.of(gateway, ada.accessToken())) {
            JsonNode answer = client.ask("{'event':'query','data':{'name':'users.get_user','payload':{'id':'"
                    + ada.user().id() + "'}}}");
            assertThat(answer.toString()).contains(ada.user().email());
        }
    }

    @Test
    void aRoomIsAskedForThere() {
        SignedIn ada = Accounts.someone(gateway);
        try (SocketClient client = SocketClient.of(gateway, ada.accessToken())) {
            JsonNode answer = client.ask(
                    "{'event':'join-room','data':{'room':'order:" + ada.user().id() + "'}}");
            assertThat(answer.path("error").path("code").asText()).isEqualTo("room_not_found");
        }
    }

    @Test
    void aDocumentIsAnsweredByAnotherProcess() {
        SignedIn ada = Accounts.someone(gateway);
        try (SocketClient client = GraphqlSocketTest.signedIn(gateway, ada)) {
            client.say(GraphqlSocketTest.subscribe("1", "{ me { email } }"));
            assertThat(client.next("next").toString()).contains(ada.user().email());
        }
    }
}
