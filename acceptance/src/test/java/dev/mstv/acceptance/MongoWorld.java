package dev.mstv.acceptance;

import dev.mstv.devstack.MongoProtocol;

/** A process that keeps read models in a server of its own that speaks MongoDB's protocol; all end with this JVM. */
final class MongoWorld {

    private static final MongoProtocol SERVER = MongoProtocol.temporary();
    private static final String DATABASE = "lists";
    private static final RunningApp APP = World.inMongo(SERVER, DATABASE).start();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            APP.close();
            SERVER.close();
        }));
    }

    private MongoWorld() {}

    static RunningApp app() {
        return APP;
    }

    static Sql database() {
        return World.database(DATABASE);
    }
}
