package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.Logout;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SignedIn;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.push.Audience;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.Pushes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol graphql-transport-ws, and what is subscribed to by it. */
class GraphqlSocketTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String ORDERS = "subscription { orderEvents { id event subject data timestamp requestId } }";

    private final SignedIn ada = Accounts.someone(PROCESS);

    private static SocketClient open(ApplicationContext process) {
        return new SocketClient(process, "/graphql", Map.of(), PROTOCOL);
    }

    static SocketClient signedIn(ApplicationContext process, SignedIn user) {
        SocketClient client = open(process);
        client.say("{'type':'connection_init','payload':{'Authorization':'Bearer " + user.accessToken() + "'}}");
        JsonNode unused = client.next("connection_ack");
        return client;
    }

    static String subscribe(String id, String document) {
        return "{'id':'" + id + "','type':'subscribe','payload':{'query':'" + document + "'}}";
    }

    /** Does something again and again until a subscription is told of it: when it begins is not said. */
    static JsonNode pushed(SocketClient client, Supplier<UUID> happens) {
        UUID unused = happens.get();
        JsonNode heard = client.nextOr("next", happens);
        return heard.path("payload").path("data").path("orderEvents");
    }

    private SocketClient signedIn() {
        return signedIn(PROCESS, ada);
    }

    private void tell(String channel, UUID id) {
        PROCESS.getBean(Pushes.class)
                .send(List.of(new Push(
                        id,
                        "test.happened",
                        ada.user().id(),
                        Set.of(Audience.of(channel, ada.user().id())),
                        "{\"userId\":\"" + ada.user().id() + "\"}",
                        Instant.EPOCH,
                        "request-1",
                        null)));
    }

    private static double listeners(ApplicationContext process) {
        return process.getBean(MeterRegistry.class)
                .get("mstv.push.listeners")
                .gauge()
                .value();
    }

    @Test
    void anOrderIsToldToWhoSubscribes() {
        try (SocketClient client = signedIn()) {
            client.say(subscribe("1", ORDERS));
            JsonNode event = pushed(client, () -> new Shop(PROCESS).place(Accounts.caller(ada), "tok_visa"));
            assertThat(event.path("event").asText()).startsWith("order.");
            assertThat(event.path("data").path("userId").asText())
                    .isEqualTo(ada.user().id().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"userEvents", "notifications", "orderEvents"})
    void everyChannelCanBeSubscribedTo(String field) {
        String channel =
                switch (field) {
                    case "userEvents" -> "user-events";
                    case "orderEvents" -> "order-events";
                    default -> field;
                };
        try (SocketClient client = signedIn()) {
            client.say(subscribe("1", "subscription { " + field + " { event } }"));
            JsonNode heard = client.nextOr("next", () -> {
                UUID id = UUID.randomUUID();
                tell(channel, id);
                return id;
            });
            assertThat(heard.path("payload")
                            .path("data")
                            .path(field)
                            .path("event")
                            .asText())
                    // Whatever comes first; signing in may be told as well.
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsCompleteIsNotListenedToAnyMore() {
        // A process of its own, where nobody else listens.
        try (ApplicationContext process = RunningProcess.start(Map.of());
                SocketClient client = signedIn(process, Accounts.someone(process))) {
            client.say(subscribe("1", ORDERS));
            assertThat(Polling.until(LIMIT, () -> listeners(process) == 2)).isTrue();
            client.say("{'id':'1','type':'complete'}");
            assertThat(Polling.until(LIMIT, () -> listeners(process) == 1)).isTrue();
        }
    }

    @Test
    void aQueryIsAnsweredAndComplete() {
        try (SocketClient client = signedIn()) {
            client.say(subscribe("q", "{ me { email } }"));
            assertThat(client.next()
                            .path("payload")
                            .path("data")
                            .path("me")
                            .path("email")
                            .asText())
                    .isEqualTo(ada.user().email());
            assertThat(client.next().path("type").asText()).isEqualTo("complete");
        }
    }

    @Test
    void anIdMayBeUsedAgainWhenItIsComplete() {
        try (SocketClient client = signedIn()) {
            for (int i = 0; i < 3; i++) {
                client.say(subscribe("q", "{ me { id } }"));
                assertThat(client.next("complete").path("id").asText()).isEqualTo("q");
            }
        }
    }

    @Test
    void byTheHeaderOfTheHandshake() {
        try (SocketClient client = new SocketClient(
                PROCESS, "/graphql", Map.of("Authorization", "Bearer " + ada.accessToken()), PROTOCOL)) {
            assertThat(client.ask("{'type':'connection_init'}").path("type").asText())
                    .isEqualTo("connection_ack");
        }
    }

    @Test
    void aDocumentThatIsInvalidIsAnError() {
        assertThat(error("{ nothing }")).isEqualTo("invalid_query");
    }

    @Test
    void aDocumentThatAsksForTooMuchIsAnError() {
        assertThat(error(
                        "{ a: users(limit: 100) { id email name role createdAt } b: users(limit: 100) { id email name role"
                                + " createdAt } c: users(limit: 100) { id } }"))
                .isEqualTo("query_too_complex");
    }

    private String error(String document) {
        try (SocketClient client = signedIn()) {
            client.say(subscribe("1", document));
            return client.next("error")
                    .path("payload")
                    .path(0)
                    .path("extensions")
                    .path("code")
                    .asText();
        }
    }

    @Test
    void aPingIsAnsweredWithItsPayload() {
        try (SocketClient client = open(PROCESS)) {
            assertThat(client.ask("{'type':'ping','payload':{'n':1}}")
                            .path("payload")
                            .path("n")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{'type':'dance'}",
                "{}",
                "{'type':'subscribe','payload':{'query':'{ me { id } }'}}",
                "{'type':'subscribe','id':'1'}",
                "{'type':'subscribe','id':'1','payload':{}}",
                "{'type':'complete'}"
            })
    void whatIsNoMessageClosesTheSocket(String message) {
        try (SocketClient client = signedIn()) {
            client.say(message);
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void whoSubscribesBeforeSigningInIsLetGo() {
        try (SocketClient client = open(PROCESS)) {
            client.say(subscribe("1", ORDERS));
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'Authorization':'Bearer a.b.c'}", "{'Authorization':7}"})
    void whoCannotSignInIsLetGo(String payload) {
        try (SocketClient client = open(PROCESS)) {
            client.say("{'type':'connection_init','payload':" + payload + "}");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoSignsOutIsLetGo() {
        try (SocketClient client = signedIn()) {
            SessionEnd unused = new Sender(PROCESS, Accounts.caller(ada)).send(new Logout());
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoDoesNotBeginIsLetGo() {
        try (SocketClient client = open(PROCESS)) {
            assertThat(client.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void anIdIsUsedOnceAtATime() {
        try (SocketClient client = signedIn()) {
            client.say(subscribe("1", ORDERS));
            client.say(subscribe("1", ORDERS));
            assertThat(client.closeCode()).isEqualTo(4409);
        }
    }

    @Test
    void whoBeginsTwiceIsLetGo() {
        try (SocketClient client = signedIn()) {
            client.say("{'type':'connection_init'}");
            assertThat(client.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void anotherSubprotocolIsNotSpoken() {
        try (RawSocket socket = new RawSocket(PROCESS, "/graphql", "Sec-WebSocket-Protocol: graphql-ws")) {
            assertThat(socket.refusal()).isEqualTo("400 subprotocol_not_offered");
        }
    }

    @Test
    void aSubscriptionThatIsPostedIsRefused() throws Exception {
        URI address = PROCESS.getBean(EmbeddedServer.class).getURI().resolve("/graphql");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + ada.accessToken())
                            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + ORDERS + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"subscription_needs_websocket\"");
        }
    }
}
