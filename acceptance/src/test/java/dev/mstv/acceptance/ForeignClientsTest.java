package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that others have written, in another language, understand what they are told. Skipped where there is no Node. */
class ForeignClientsTest {

    private static Counterpart counterpart;
    private static Map<String, String> world;

    @BeforeAll
    static void start() {
        assumeTrue(NodeProject.isPossible(), "node and npm are needed");
        NodeProject.install();
        // Of its own, for without Redis and Kafka clients hear what happens in their process alone.
        counterpart = Counterpart.withBroker(World.ownDatabase("foreign_clients"));
        Account admin = Account.newAdministrator(counterpart.app());
        // Its client says when commands are taken.
        Speaker unused = counterpart.speaker(Tongue.MQTT);
        world = Map.of(
                "HTTP_PORT", Integer.toString(counterpart.app().port()),
                "GRPC_PORT", Integer.toString(counterpart.app().grpcPort()),
                "BROKER_PORT", Integer.toString(counterpart.brokerPort()),
                "TOKEN", admin.accessToken(),
                "USER_ID", admin.id());
    }

    @AfterAll
    static void end() {
        if (counterpart != null) {
            counterpart.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc", "sse", "ws", "graphql-ws", "mqtt", "abilities"})
    void understands(String client) {
        assertThat(NodeProject.run(client + ".mjs", world)).isEqualTo(client + " works");
    }
}
