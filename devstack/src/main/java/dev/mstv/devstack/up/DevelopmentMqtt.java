package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Mqtt;
import java.nio.file.Path;
import java.util.Map;

/** Tells devices what happens, and takes commands from them. */
record DevelopmentMqtt(Path directory, int port, Starting starting) implements DevelopmentServer {

    @Override
    public String name() {
        return "MQTT";
    }

    @Override
    public String enabling() {
        return "ENABLE_MQTT";
    }

    @Override
    public String address() {
        return "MQTT_BROKER_URL";
    }

    @Override
    public Provision start() {
        Mqtt mqtt = starting.start(name(), address(), () -> Mqtt.start(directory, port), Mqtt::stop);
        return new Provision(name(), mqtt.url(), Map.of(address(), mqtt.url()));
    }

    @Override
    public void endLeftover() {
        Mqtt.at(directory, port).stop();
    }

    @Override
    public void drop() {
        FileTree.delete(directory);
    }
}
