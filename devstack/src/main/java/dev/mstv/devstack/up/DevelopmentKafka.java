package dev.mstv.devstack.up;

import dev.mstv.devstack.FileTree;
import dev.mstv.devstack.Kafka;
import java.nio.file.Path;
import java.util.Map;

/** Carries events. */
record DevelopmentKafka(Path directory, int port, Starting starting) implements DevelopmentServer {

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public String enabling() {
        return "ENABLE_KAFKA";
    }

    @Override
    public String address() {
        return "KAFKA_BROKERS";
    }

    @Override
    public Provision start() {
        Kafka kafka = starting.start(name(), address(), () -> Kafka.start(directory, port), Kafka::stop);
        return new Provision(name(), kafka.bootstrapServers(), Map.of(address(), kafka.bootstrapServers()));
    }

    @Override
    public void endLeftover() {
        Kafka.at(directory, port).stop();
    }

    @Override
    public void drop() {
        FileTree.delete(directory);
    }
}
