package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Mqtt;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.observability.Health;
import dev.mstv.platform.observability.Status;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker is away while things happen, and comes back. */
class MqttOutageTest {

    private static final int USERS = 20;

    private static final List<UUID> MEANWHILE = new ArrayList<>();
    private static ApplicationContext process;
    private static Device device;
    private static Status health;
    private static double parked;

    @BeforeAll
    static void goOnWithoutTheBroker() {
        Mqtt broker = Brokers.shared();
        process = Brokers.process(broker.url(), Map.of());
        device = new Device(broker, "users/+/registered");
        broker.stop();
        boolean unused = Brokers.awaits(process, false);
        Shop shop = new Shop(process);
        for (int i = 0; i < USERS; i++) {
            MEANWHILE.add(shop.buyer().userId());
        }
        shop.await("Nothing waits", () -> waiting(shop) >= USERS);
        parked = waiting(shop);
        health = Objects.requireNonNull(
                        process.getBean(Health.class).check().details().get("mqtt"))
                .status();
        broker.restart();
    }

    @AfterAll
    static void end() {
        device.close();
        process.close();
    }

    private static long waiting(Shop shop) {
        return shop.count(
                "users", "SELECT count(*) FROM users_parked WHERE subscriber = 'users.mqtt' AND state <> 'DEAD'");
    }

    @Test
    void everyEventArrivesAfterwards() {
        assertThat(MEANWHILE).allSatisfy(user -> assertThat(Device.json(device.await("users/" + user + "/registered"))
                        .path("userId")
                        .asText())
                .isEqualTo(user.toString()));
    }

    @Test
    void nothingWaitsWhenAllHasArrived() {
        Shop shop = new Shop(process);
        assertThat(Polling.until(Device.LIMIT, () -> waiting(shop) == 0)).isTrue();
    }

    @Test
    void theEventsHaveWaitedAndNoneOfThemWasGivenUp() {
        assertThat(parked).isGreaterThanOrEqualTo(USERS);
        assertThat(new Shop(process).count("users", "SELECT count(*) FROM users_parked WHERE state = 'DEAD'"))
                .isZero();
    }

    @Test
    void theProcessWasDegradedMeanwhileAndNotDown() {
        assertThat(health).isEqualTo(Status.DEGRADED);
    }
}
