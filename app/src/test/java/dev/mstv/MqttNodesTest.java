package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.security.Caller;
import dev.mstv.users.CreateUser;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes share what comes by MQTT. */
class MqttNodesTest {

    private static final int COMMANDS = 40;
    private static final String PASSWORD = "correct horse battery";
    private static final String ORDER =
            "{\"items\":[{\"sku\":\"book\",\"quantity\":1,\"unitPrice\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}}],"
                    + "\"paymentToken\":\"tok_visa\"}";

    private static ApplicationContext first;
    private static ApplicationContext second;
    private static Device device;
    private static List<Boolean> successes;

    @BeforeAll
    static void askBoth() {
        String url = Brokers.shared().url();
        Map<String, String> shared = Map.of("DATABASE_URL", RunningProcess.newDatabase());
        first = Brokers.process(url, shared);
        second = Brokers.process(url, shared);
        device = new Device(Brokers.shared());
        awaitBoth();
        Sender system = new Sender(first, Caller.SYSTEM);
        var unused = system.send(new CreateUser("ada@example.com", PASSWORD, null, "user"));
        String token = ((LoginAttempt.LoggedIn) system.send(new Login("ada@example.com", PASSWORD)))
                .signedIn()
                .accessToken();
        List<String> asked = IntStream.range(0, COMMANDS)
                .mapToObj(i -> device.publish("orders.place_order", ORDER, Map.of("authorization", "Bearer " + token)))
                .toList();
        successes = asked.stream()
                .map(correlation -> Device.json(device.awaitAnswer(correlation))
                        .path("success")
                        .asBoolean())
                .toList();
    }

    @AfterAll
    static void end() {
        device.close();
        second.close();
        first.close();
    }

    private static void awaitBoth() {
        boolean both = Polling.until(Device.LIMIT, () -> {
            var unused = device.publish("nothing.at_all", "{}", Map.of());
            return Brokers.commands(first) > 0 && Brokers.commands(second) > 0;
        });
        assertThat(both).as("Both nodes take commands").isTrue();
    }

    @Test
    void everyCommandIsAnswered() {
        assertThat(successes).hasSize(COMMANDS).containsOnly(true);
    }

    @Test
    void eachIsCarriedOutOnce() {
        assertThat(new Shop(first).count("orders", "SELECT count(*) FROM orders_event WHERE type = 'order.placed'"))
                .isEqualTo(COMMANDS);
    }
}
