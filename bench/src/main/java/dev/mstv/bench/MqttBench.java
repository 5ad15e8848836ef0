package dev.mstv.bench;

import dev.mstv.bench.bare.BareMqtt;
import dev.mstv.devstack.Mqtt;
import dev.mstv.devstack.Ports;
import dev.mstv.devstack.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests by MQTT to MSTV and to a bare client of the same library, in turns, by the same broker. */
final class MqttBench {

    private MqttBench() {}

    static MqttFigures measure(int rounds, Duration time) throws Exception {
        Path logs = Files.createDirectories(Path.of(".mstv"));
        int port = Ports.free();
        try (Postgres postgres = Postgres.temporary();
                Mqtt broker = Mqtt.temporary()) {
            postgres.createDatabase("bench");
            Map<String, String> environment = new HashMap<>(Bench.environment(port, postgres.url("bench")));
            environment.put("ENABLE_MQTT", "true");
            environment.put("MQTT_BROKER_URL", broker.url());
            try (ServerProcess _ = ServerProcess.start(
                            List.of("-jar", Bench.APP.toString()), environment, logs.resolve("bench-app.log"));
                    ServerProcess _ = ServerProcess.start(
                            Bench.bare("BareMqtt", broker.port()), Map.of(), logs.resolve("bench-bare.log"))) {
                Bench.await(port, "/health/ready");
                return new MqttFigures(
                        requests(broker.port(), People.registered(port, "ada@example.com"), rounds, time));
            }
        }
    }

    private static Comparison requests(int broker, Person ada, int rounds, Duration time) {
        String id = "{\"id\":\"" + ada.id() + "\"}";
        String name = "{\"id\":\"" + ada.id() + "\",\"name\":\"Ada\",\"removeName\":false}";
        try (MqttLoad bare = new MqttLoad(broker, BareMqtt.TOPIC, id, "");
                MqttLoad query = new MqttLoad(broker, "commands/users.get_user", id, ada.token());
                MqttLoad command = new MqttLoad(broker, "commands/users.update_user", name, ada.token())) {
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put(MqttFigures.BARE, bare);
            targets.put(MqttFigures.QUERY, query);
            targets.put(MqttFigures.COMMAND, command);
            return Comparison.of(targets, rounds, time);
        }
    }
}
