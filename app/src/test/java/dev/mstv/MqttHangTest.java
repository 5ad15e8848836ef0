package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Mqtt;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker keeps its connections and answers nothing, and then goes on. */
class MqttHangTest {

    private static final int USERS = 5;

    private static final List<UUID> MEANWHILE = new ArrayList<>();
    private static Mqtt broker;
    private static ApplicationContext process;
    private static Device device;
    private static Shop shop;

    @BeforeAll
    static void goOnWhileTheBrokerHangs() {
        broker = Mqtt.temporary();
        process = Brokers.process(broker.url(), Map.of());
        device = new Device(broker, "users/+/registered");
        shop = new Shop(process);
        broker.suspend();
        for (int i = 0; i < USERS; i++) {
            MEANWHILE.add(shop.buyer().userId());
        }
        shop.await("Nothing waits", () -> waiting() >= USERS);
        broker.resume();
    }

    @AfterAll
    static void end() {
        device.close();
        process.close();
        broker.close();
    }

    private static long waiting() {
        return shop.count("users", "SELECT count(*) FROM users_parked WHERE subscriber = 'users.mqtt'");
    }

    @Test
    void everyEventArrivesAfterwards() {
        assertThat(MEANWHILE).allSatisfy(user -> assertThat(device.await("users/" + user + "/registered"))
                .isNotNull());
    }

    @Test
    void nothingIsGivenUp() {
        shop.await("Something waits for ever", () -> waiting() == 0);
        assertThat(shop.count("users", "SELECT count(*) FROM users_parked WHERE state = 'DEAD'"))
                .isZero();
    }
}
