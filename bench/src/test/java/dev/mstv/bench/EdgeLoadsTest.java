package dev.mstv.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.bench.bare.BareGrpc;
import dev.mstv.bench.bare.BareMqtt;
import dev.mstv.bench.bare.BareSockets;
import dev.mstv.devstack.Mqtt;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What loads the edges works, on the bare servers. */
class EdgeLoadsTest {

    private static final Duration TIME = Duration.ofMillis(200);
    private static final String MESSAGE = "{\"event\":\"message\",\"data\":\"noon\"}";

    private final Person ada = new Person(UUID.randomUUID(), "any");

    @Test
    void allOfACrowdHearWhatOneSays() throws Exception {
        try (BareSockets server = BareSockets.start(0);
                Crowd crowd = Crowd.at(server.port(), List.of("any"), 20)) {
            crowd.join();
            assertThat(crowd.tell(MESSAGE)).isPositive();
            assertThat(crowd.heard()).isEqualTo(MESSAGE);
        }
    }

    @Test
    void callsAreAnsweredUntilTheTimeIsOver() throws Exception {
        try (BareGrpc server = BareGrpc.start(0);
                GrpcConnection connection = new GrpcConnection(server.port())) {
            GrpcLoad load = new GrpcLoad(connection.users(ada.token()), ada.id().toString());
            assertThat(load.run(TIME).perSecond()).isPositive();
        }
    }

    @Test
    void streamsTellOfWhoIsRenamed() throws Exception {
        try (BareGrpc server = BareGrpc.start(0);
                WatchLoad load = new WatchLoad(server.port(), List.of(ada), List.of(ada))) {
            assertThat(load.perSecond(TIME)).isPositive();
        }
    }

    @Test
    void requestsByMqttAreAnsweredUntilTheTimeIsOver() throws Exception {
        try (Mqtt broker = Mqtt.temporary();
                BareMqtt server = BareMqtt.start(broker.port());
                MqttLoad load = new MqttLoad(broker.port(), BareMqtt.TOPIC, "{}", "")) {
            assertThat(server).isNotNull();
            assertThat(load.run(TIME).perSecond()).isPositive();
        }
    }
}
