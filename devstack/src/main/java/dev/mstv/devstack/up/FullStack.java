package dev.mstv.devstack.up;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The servers beside PostgreSQL. */
final class FullStack {

    /** The standard ports plus 50000, as PostgreSQL's. */
    private static final int KAFKA_PORT = 59092;

    private static final int REDIS_PORT = 56379;
    private static final int MQTT_PORT = 51883;
    private static final int SMTP_PORT = 51025;
    private static final int MONGODB_PORT = 57017;

    private final List<DevelopmentServer> servers;
    private final Variables variables;

    FullStack(Layout layout, Variables variables, Starting starting) {
        this.variables = variables;
        this.servers = new ArrayList<>(List.of(
                new DevelopmentKafka(layout.kafka(), variables.port(KAFKA_PORT), starting),
                new DevelopmentRedis(layout.redis(), variables.port(REDIS_PORT), starting),
                new DevelopmentMqtt(layout.mqtt(), variables.port(MQTT_PORT), starting),
                new DevelopmentMail(layout.mail(), variables.port(SMTP_PORT), starting)));
        // Nobody is moved to it unasked: it is not MongoDB, and what is in it ends with it.
        if (variables.get("READ_MODEL").filter("mongodb"::equals).isPresent()) {
            servers.add(new DevelopmentMongoProtocol(variables.port(MONGODB_PORT), starting));
        }
    }

    /** Ends what a killed run left behind: this one may not want it. */
    void endLeftovers() {
        servers.forEach(DevelopmentServer::endLeftover);
    }

    /** Deletes all data. */
    void drop() {
        servers.forEach(DevelopmentServer::drop);
    }

    /** Starts each server, save those that its user refuses or has himself. */
    List<Provision> start(Progress progress) {
        return servers.stream().map(server -> provide(server, progress)).toList();
    }

    /** Starts only what carries events from one process to another. */
    List<Provision> startCarrier(Progress progress) {
        return List.of(provide(servers.getFirst(), progress));
    }

    private Provision provide(DevelopmentServer server, Progress progress) {
        if (variables.get(server.enabling()).filter("false"::equalsIgnoreCase).isPresent()) {
            return new Provision(server.name(), "off, by " + server.enabling(), Map.of());
        }
        Provision found = variables.get(server.address()).isPresent()
                ? new Provision(server.name(), "yours, from " + server.address(), Map.of())
                : progress.show("starting " + server.name(), server::start);
        return new Provision(found.name(), found.place(), told(server, found));
    }

    /** Nothing that the user has set. */
    private Map<String, String> told(DevelopmentServer server, Provision found) {
        Map<String, String> told = new HashMap<>(found.variables());
        told.put(server.enabling(), "true");
        told.keySet().removeIf(name -> variables.get(name).isPresent());
        return told;
    }
}
