package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.acceptance.UseCaseSpeaker.Asked;
import dev.mstv.devstack.Mqtt;
import dev.mstv.devstack.Polling;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process is killed in the middle of a command that came by MQTT: another gets it from the broker, and does it once. */
class MqttCrashTest {

    private static final String DATABASE = "mqtt_crash";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    // The session of the killed process ends after a minute; until then the broker waits for it to come back.
    private static final Duration AFTER_SESSION = Duration.ofMinutes(2);

    private static Optional<JsonNode> answer;
    private static String orders;

    @BeforeAll
    static void killInTheMiddle() {
        try (Mqtt broker = Mqtt.temporary()) {
            Launch launch =
                    World.ownDatabase(DATABASE).with("ENABLE_MQTT", "true").with("MQTT_BROKER_URL", broker.url());
            Sql database = World.database(DATABASE);
            RunningApp first = launch.start();
            Account ada = Account.registered(first);
            try (MqttSpeaker device = new MqttSpeaker(broker.port())) {
                ByteBuffer asked;
                try (Sql.TableLock _ = database.lock("orders_event")) {
                    asked = device.published(new Asked(
                            ada.accessToken(), "orders.place_order", true, Orders.inEach(List.of("EUR")), ""));
                    assertThat(Polling.until(LIMIT, () -> isWaitedFor(database)))
                            .isTrue();
                    first.kill();
                }
                try (RunningApp _ = launch.start()) {
                    answer = device.awaited(asked, AFTER_SESSION);
                    orders = database.one("SELECT count(*) FROM orders_event WHERE type = 'order.placed'");
                }
            }
        }
    }

    private static boolean isWaitedFor(Sql database) {
        return !database.one("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'orders_event'::regclass")
                .equals("0");
    }

    @Test
    void whoAskedIsAnswered() {
        assertThat(answer)
                .hasValueSatisfying(
                        said -> assertThat(said.path("success").asBoolean()).isTrue());
    }

    @Test
    void itIsDoneOnce() {
        assertThat(orders).isEqualTo("1");
    }
}
