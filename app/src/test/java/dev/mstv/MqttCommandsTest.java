package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.Logout;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Use cases by MQTT: asked for by name, answered where the asker says, refused in the words of every edge. */
class MqttCommandsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String ORDER =
            "{\"items\":[{\"sku\":\"book\",\"quantity\":1,\"unitPrice\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}}],"
                    + "\"paymentToken\":\"tok_visa\"}";

    private static ApplicationContext process;
    private static Device device;
    private static String token;

    @BeforeAll
    static void start() {
        process = Brokers.process(Brokers.shared().url(), Map.of());
        device = new Device(Brokers.shared(), "users/#", "orders/#", "system/#");
        device.awaitCommands();
        token = tokenOfSomeone();
    }

    @AfterAll
    static void end() {
        device.close();
        process.close();
    }

    private static String tokenOfSomeone() {
        Sender system = new Sender(process, Caller.SYSTEM);
        String email = "ada-" + UUID.randomUUID() + "@example.com";
        var unused = system.send(new CreateUser(email, PASSWORD, null, "user"));
        return ((LoginAttempt.LoggedIn) system.send(new Login(email, PASSWORD)))
                .signedIn()
                .accessToken();
    }

    private static Map<String, String> signedIn() {
        return Map.of("authorization", "Bearer " + token);
    }

    private static String code(Mqtt5Publish answer) {
        JsonNode payload = Device.json(answer);
        assertThat(payload.path("success").asBoolean()).isFalse();
        return payload.path("error").path("code").asText();
    }

    private static long orders() {
        return new Shop(process).count("orders", "SELECT count(*) FROM orders_event WHERE type = 'order.placed'");
    }

    @Test
    void carriesOutACommand() {
        JsonNode answer = Device.json(device.ask("orders.place_order", ORDER, signedIn()));
        assertThat(answer.path("success").asBoolean()).isTrue();
        String order = answer.findPath("id").asText();
        assertThat(Device.json(device.await("orders/" + order + "/placed"))
                        .path("orderId")
                        .asText())
                .isEqualTo(order);
    }

    @Test
    void answersAQuery() {
        JsonNode answer = Device.json(device.ask("auth.get_abilities", "{}", signedIn()));
        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("data").isArray()).isTrue();
    }

    @Test
    void saysInWhichRequestAndTraceItWas() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Map<String, String> properties = new HashMap<>(signedIn());
        properties.put("request-id", "request-of-a-device");
        properties.put("traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        Mqtt5Publish answer = device.ask("auth.get_abilities", "{}", properties);
        assertThat(Device.property(answer, "request-id")).contains("request-of-a-device");
        assertThat(Device.property(answer, "trace-id")).contains(trace);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            orders.fly_away       | {}                                  | unknown_use_case
            orders                | {}                                  | unknown_use_case
            ../orders.place_order | {}                                  | unknown_use_case
            orders//place_order   | {}                                  | unknown_use_case
            orders.place_order/   | {}                                  | unknown_use_case
            users.check_password  | {"email":"a@b.c","password":"x"}    | unknown_use_case
            orders.place_order    | nonsense                            | malformed_body
            orders.place_order    | []                                  | malformed_body
            orders.place_order    | {"items":[],"paymentToken":"tok_x"} | validation_failed
            orders.place_order    | {"items":1,"paymentToken":"tok_x"}  | wrong_type
            orders.place_order    | {"colour":"red"}                    | unknown_field
            orders.find_order     | {"id":"x"}                          | validation_failed
            orders.find_order     | {"id":"0190a0a0-0000-7000-8000-000000000000"} | order_not_found
            """)
    void refuses(String name, String payload, String code) {
        assertThat(code(device.ask(name, payload, signedIn()))).isEqualTo(code);
    }

    @Test
    void refusesWhatIsEmpty() {
        assertThat(code(device.ask("orders.place_order", "", signedIn()))).isEqualTo("malformed_body");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThat(code(device.ask("orders.place_order", "[".repeat(100_000), signedIn())))
                .isEqualTo("malformed_body");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        Mqtt5Publish latin = Device.request("orders.place_order", "", signedIn())
                .extend()
                .payload(new byte[] {'{', '"', (byte) 0xe4, '"', ':', '1', '}'})
                .responseTopic("devices/latin")
                .build();
        try (Device other = new Device(Brokers.shared(), "devices/latin")) {
            other.publish(latin);
            assertThat(code(other.await("devices/latin"))).isEqualTo("malformed_body");
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        String payload = "\"" + "x".repeat(1_048_576) + "\"";
        assertThat(code(device.ask("orders.place_order", payload, signedIn()))).isEqualTo("body_too_large");
    }

    @Test
    void isThereAfterAPacketThatTheBrokerDoesNotDeliver() {
        device.publish(Device.request("orders.place_order", "x".repeat(10 * 1_048_576), signedIn()));
        assertThat(code(device.ask("orders.fly_away", "{}", signedIn()))).isEqualTo("unknown_use_case");
    }

    @Test
    void asksWhoIsNotSignedInToSignIn() {
        assertThat(code(device.ask("orders.place_order", ORDER, Map.of()))).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Basic YTpi", "nonsense"})
    void refusesATokenThatIsNone(String authorization) {
        assertThat(code(device.ask("orders.place_order", ORDER, Map.of("authorization", authorization))))
                .isEqualTo("invalid_token");
    }

    @Test
    void refusesTheTokenOfASessionThatHasEnded() {
        String email = "eve-" + UUID.randomUUID() + "@example.com";
        Sender system = new Sender(process, Caller.SYSTEM);
        var unused = system.send(new CreateUser(email, PASSWORD, null, "user"));
        var signedIn = ((LoginAttempt.LoggedIn) system.send(new Login(email, PASSWORD))).signedIn();
        var gone = new Sender(process, new Caller.User(signedIn.user().id(), "user", signedIn.session()))
                .send(new Logout());
        assertThat(gone).isNotNull();
        assertThat(code(device.ask(
                        "orders.place_order", ORDER, Map.of("authorization", "Bearer " + signedIn.accessToken()))))
                .isEqualTo("token_revoked");
    }

    @Test
    void refusesAPropertyThatIsThereTwice() {
        Mqtt5Publish twice = Device.request("orders.place_order", ORDER, signedIn())
                .extend()
                .userProperties(Mqtt5UserProperties.builder()
                        .add("authorization", "Bearer " + token)
                        .add("authorization", "Bearer nonsense")
                        .build())
                .responseTopic("devices/twice")
                .build();
        try (Device other = new Device(Brokers.shared(), "devices/twice")) {
            other.publish(twice);
            assertThat(code(other.await("devices/twice"))).isEqualTo("malformed_request");
        }
    }

    @Test
    void refusesAKeyThatIsNone() {
        Map<String, String> properties = new HashMap<>(signedIn());
        properties.put("idempotency-key", "a key with blanks");
        assertThat(code(device.ask("orders.place_order", ORDER, properties))).isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commands/orders.place_order",
                "users/x/registered",
                "orders/x/paid",
                "system/alerts/critical",
                "$SYS/x"
            })
    void carriesOutNothingWhoseAnswerWouldBeBelieved(String topic) {
        long before = orders();
        double served = Brokers.commands(process);
        device.publish(Device.request("orders.place_order", ORDER, signedIn())
                .extend()
                .responseTopic(topic)
                .build());
        new Shop(process).await("It is not seen", () -> Brokers.commands(process) == served + 1);
        assertThat(orders()).isEqualTo(before);
        assertThat(device.topics()).doesNotContain(topic);
    }

    @Test
    void carriesOutOnceWhatComesTwiceWithOneKey() {
        Map<String, String> properties = new HashMap<>(signedIn());
        properties.put("idempotency-key", UUID.randomUUID().toString());
        String first = Device.json(device.ask("orders.place_order", ORDER, properties))
                .findPath("id")
                .asText();
        Mqtt5Publish again = device.ask("orders.place_order", ORDER, properties);
        assertThat(Device.json(again).findPath("id").asText()).isEqualTo(first);
        assertThat(Device.property(again, "idempotency-replayed")).contains("true");
    }

    @Test
    void carriesOutOnceWhatTheBrokerDeliversTwice() {
        long before = orders();
        String correlation = UUID.randomUUID().toString();
        device.publish("orders.place_order", ORDER, signedIn(), correlation);
        var unused = device.awaitAnswer(correlation);
        double served = Brokers.commands(process);
        device.publish("orders.place_order", ORDER, signedIn(), correlation);
        new Shop(process).await("It is not served", () -> Brokers.commands(process) == served + 1);
        assertThat(orders()).isEqualTo(before + 1);
    }

    @Test
    void takesShortCorrelationDataForNoKey() {
        long before = orders();
        device.publish("orders.place_order", ORDER, signedIn(), "1");
        device.publish("orders.place_order", ORDER, signedIn(), "1");
        new Shop(process).await("Two orders", () -> orders() == before + 2);
    }

    @Test
    void carriesOutWhatAwaitsNoAnswer() {
        long before = orders();
        device.publish(Device.request("orders.place_order", ORDER, signedIn()));
        new Shop(process).await("One order", () -> orders() == before + 1);
    }
}
