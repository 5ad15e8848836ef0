package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.mstv.orders.OrderStatus;
import dev.mstv.platform.events.Deliveries;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.security.Caller;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens is published, each event on the topic of what it happened to. */
class MqttEventsTest {

    private static ApplicationContext process;
    private static Device device;
    private static Caller.User ada;
    private static UUID order;

    @BeforeAll
    static void haveThingsHappen() {
        process = Brokers.process(Brokers.shared().url(), Map.of());
        device = new Device(Brokers.shared(), "users/#", "orders/#", "system/#");
        Shop shop = new Shop(process);
        ada = shop.buyer();
        order = shop.place(ada, "tok_visa");
        shop.await(order, OrderStatus.PAID);
    }

    @AfterAll
    static void end() {
        device.close();
        process.close();
    }

    private static Mqtt5Publish registered() {
        return device.await("users/" + ada.userId() + "/registered");
    }

    @Test
    void tellsThatSomeoneHasRegistered() {
        JsonNode payload = Device.json(registered());
        assertThat(payload.path("userId").asText()).isEqualTo(ada.userId().toString());
        assertThat(payload.path("event").asText()).isEqualTo("registered");
        assertThat(payload.path("timestamp").asText()).endsWith("Z");
    }

    @Test
    void leavesOutWhatIsPersonal() {
        assertThat(Device.json(registered()).path("data").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("userId", "role");
    }

    @Test
    void isNotRetained() {
        try (Device later = new Device(Brokers.shared(), "users/" + ada.userId() + "/#")) {
            later.awaitCommands();
            assertThat(later.topics()).allMatch(topic -> topic.startsWith("devices/"));
        }
    }

    @Test
    void saysWhichEventItIsAndInWhichTraceItHappened() {
        assertThat(Device.property(registered(), "event-id").map(UUID::fromString))
                .isPresent();
        assertThat(Device.property(registered(), "request-id")).contains("request-1");
        assertThat(Device.property(registered(), "traceparent"))
                .hasValueSatisfying(trace -> assertThat(trace).startsWith("00-"));
    }

    @Test
    void tellsThatSomeoneHasSignedIn() {
        assertThat(Device.json(device.await("users/" + ada.userId() + "/logged_in"))
                        .path("data")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("userId", "sessionId");
    }

    @Test
    void tellsWhatBecomesOfAnOrder() {
        assertThat(Device.json(device.await("orders/" + order + "/placed"))
                        .path("orderId")
                        .asText())
                .isEqualTo(order.toString());
        assertThat(Device.json(device.await("orders/" + order + "/paid"))
                        .path("data")
                        .path("status")
                        .asText())
                .isEqualTo("PAID");
    }

    @Test
    void tellsThatSomethingOfTheProcessDoesNotDoWell() {
        UUID id = UUID.randomUUID();
        Envelope nonsense = new Envelope(
                id, "user.nonsense", 1, "users", id, 1, 1, Instant.EPOCH, "system", "", null, null, null, "");
        process.getBean(Deliveries.class).bury("users", nonsense, "It cannot be read");
        assertThat(device.hears(
                        "system/alerts/warning",
                        alert -> alert.path("component").asText().equals("dead-letters.users")
                                && alert.path("status").asText().equals("degraded")
                                && alert.path("service").asText().equals("monolith")))
                .isTrue();
    }

    @Test
    void keepsThePaymentTokenToItself() {
        assertThat(Device.json(device.await("orders/" + order + "/placed"))
                        .path("data")
                        .has("paymentToken"))
                .isFalse();
    }
}
