package dev.mstv.devstack.up;

import dev.mstv.devstack.MongoProtocol;
import java.util.Map;

/** Keeps read models where its user has said so; in this JVM, so that they are made anew at each start. */
record DevelopmentMongoProtocol(int port, Starting starting) implements DevelopmentServer {

    private static final String DATABASE = "mstv";

    @Override
    public String name() {
        return "Mongo protocol";
    }

    @Override
    public String enabling() {
        return "READ_MODEL";
    }

    @Override
    public String address() {
        return "MONGODB_URL";
    }

    @Override
    public Provision start() {
        MongoProtocol mongo = starting.start(name(), address(), () -> MongoProtocol.start(port), MongoProtocol::close);
        String url = mongo.url(DATABASE);
        return new Provision(name(), url + ", in memory and not MongoDB itself", Map.of(address(), url));
    }

    @Override
    public void endLeftover() {
        // It ended with the JVM that it ran in.
    }

    @Override
    public void drop() {
        // It has nothing on the disk.
    }
}
