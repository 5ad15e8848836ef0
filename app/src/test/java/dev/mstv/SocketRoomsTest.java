package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.SignedIn;
import dev.mstv.orders.Cancellation;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms, and who may be in them. */
class SocketRoomsTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();

    private SignedIn ada;
    private SignedIn bob;
    private SocketClient adas;
    private SocketClient bobs;

    @BeforeEach
    void connect() {
        ada = Accounts.someone(PROCESS);
        bob = Accounts.someone(PROCESS);
        adas = SocketClient.of(PROCESS, ada.accessToken());
        bobs = SocketClient.of(PROCESS, bob.accessToken());
    }

    @AfterEach
    void disconnect() {
        adas.close();
        bobs.close();
    }

    private static JsonNode join(SocketClient client, String room) {
        client.say("{'event':'join-room','data':{'room':'" + room + "'},'id':'join'}");
        while (true) {
            JsonNode frame = client.next();
            if (frame.path("id").asText().equals("join")) {
                return frame;
            }
        }
    }

    private static String code(JsonNode answer) {
        return answer.path("error").path("code").asText();
    }

    private String tell(String room) {
        return "{'event':'message','data':{'room':'" + room + "','text':'hello'},'id':'tell'}";
    }

    @Test
    void whatHappensToAnOrderIsToldInItsRoom() {
        UUID order = new Shop(PROCESS).place(Accounts.caller(ada), "tok_visa");
        assertThat(join(adas, "order:" + order).path("event").asText()).isEqualTo("joined-room");
        Cancellation unused = new Shop(PROCESS).cancelWhenPaid(Accounts.caller(ada), order);
        JsonNode push = adas.next("order.refunded");
        assertThat(push.path("data").path("subject").asText()).isEqualTo(order.toString());
    }

    @Test
    void anOrderOfSomebodyElseHasNoRoom() {
        UUID order = new Shop(PROCESS).place(Accounts.caller(ada), "tok_visa");
        assertThat(code(join(bobs, "order:" + order))).isEqualTo("room_not_found");
    }

    @Test
    void theRoomOfSomebodyElseIsClosed() {
        assertThat(code(join(bobs, "user:" + ada.user().id()))).isEqualTo("forbidden");
    }

    @Test
    void everybodyHasARoomOfTheirOwn() {
        assertThat(join(adas, "user:" + ada.user().id()).path("success").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "order:",
                "order:1",
                "dog:0194fdc2-fa2f-7cc0-81d3-ff120000007b",
                "public:a b",
                "PUBLIC:x"
            })
    void whatIsNoRoomCannotBeJoined(String room) {
        assertThat(code(join(adas, room))).isEqualTo("room_not_found");
    }

    @Test
    void whoIsInARoomMayEnterItAgain() {
        assertThat(join(adas, "public:lobby").path("success").asBoolean()).isTrue();
        assertThat(join(adas, "public:lobby").path("success").asBoolean()).isTrue();
    }

    @Test
    void aMessageReachesEverybodyInAPublicRoom() {
        String room = "public:" + UUID.randomUUID();
        JsonNode first = join(adas, room);
        JsonNode second = join(bobs, room);
        assertThat(first.path("success").asBoolean() && second.path("success").asBoolean())
                .isTrue();
        adas.say(tell(room));
        JsonNode heard = bobs.next("message");
        assertThat(heard.path("data").path("data").path("text").asText()).isEqualTo("hello");
        assertThat(heard.path("data").path("subject").asText())
                .isEqualTo(ada.user().id().toString());
    }

    @Test
    void whoIsNotInARoomCannotSpeakThere() {
        adas.say(tell("public:quiet"));
        assertThat(code(adas.next("message"))).isEqualTo("not_in_room");
    }

    @Test
    void whoHasLeftCannotSpeakThere() {
        JsonNode unused = join(adas, "public:lobby");
        adas.say("{'event':'leave-room','data':{'room':'public:lobby'}}");
        assertThat(adas.next("left-room").path("success").asBoolean()).isTrue();
        adas.say(tell("public:lobby"));
        assertThat(code(adas.next("message"))).isEqualTo("not_in_room");
    }

    @Test
    void onlyPublicRoomsTakeMessages() {
        adas.say(tell("user:" + ada.user().id()));
        assertThat(code(adas.next("message"))).isEqualTo("forbidden");
    }

    @Test
    void aMessageToARoomIsBounded() {
        JsonNode unused = join(adas, "public:small");
        adas.say(tell("public:small").replace("hello", "x".repeat(9_000)));
        assertThat(code(adas.next("message"))).isEqualTo("message_too_large");
    }

    @Test
    void thereAreSoManyRoomsForOneSocket() {
        for (int i = 0; i < 50; i++) {
            assertThat(join(adas, "public:" + i).path("success").asBoolean()).isTrue();
        }
        assertThat(code(join(adas, "public:50"))).isEqualTo("too_many_rooms");
    }
}
