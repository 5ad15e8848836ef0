package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SignedIn;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets hear what happens on another node. */
class SocketNodesTest {

    private static Nodes nodes;

    private SignedIn ada;

    @BeforeAll
    static void start() {
        nodes = Nodes.started();
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    @BeforeEach
    void signIn() {
        ada = Accounts.someone(nodes.first);
    }

    @Test
    void anOrderIsToldWhereItsBuyerIsConnected() {
        try (SocketClient client = SocketClient.of(nodes.second, ada.accessToken())) {
            UUID order = new Shop(nodes.first).place(Accounts.caller(ada), "tok_visa");
            assertThat(client.next("order").path("data").path("subject").asText())
                    .isEqualTo(order.toString());
        }
    }

    @Test
    void aPublicRoomIsOneOnAllNodes() {
        String join = "{'event':'join-room','data':{'room':'public:lobby'}}";
        try (SocketClient here = SocketClient.of(nodes.first, ada.accessToken());
                SocketClient there = SocketClient.of(nodes.second, ada.accessToken())) {
            here.say(join);
            there.say(join);
            JsonNode unused = here.next("joined-room");
            JsonNode unusedToo = there.next("joined-room");
            here.say("{'event':'message','data':{'room':'public:lobby','text':'hello'}}");
            assertThat(there.next("message")
                            .path("data")
                            .path("data")
                            .path("text")
                            .asText())
                    .isEqualTo("hello");
        }
    }

    @Test
    void whoSignsOutOnOneIsLetGoByTheOther() {
        try (SocketClient client = SocketClient.of(nodes.second, ada.accessToken())) {
            SessionEnd unused = new Sender(nodes.first, Accounts.caller(ada)).send(new Logout());
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aSubscriptionIsToldToo() {
        try (SocketClient client = GraphqlSocketTest.signedIn(nodes.second, ada)) {
            client.say(GraphqlSocketTest.subscribe("1", "subscription { orderEvents { event subject } }"));
            JsonNode pong = client.ask("{'type':'ping'}");
            assertThat(pong.path("type").asText()).isEqualTo("pong");
            JsonNode next = GraphqlSocketTest.pushed(
                    client, () -> new Shop(nodes.first).place(Accounts.caller(ada), "tok_visa"));
            assertThat(next.path("event").asText()).startsWith("order.");
        }
    }
}
