package dev.mstv.acceptance;

import dev.mstv.devstack.MongoProtocol;
import dev.mstv.devstack.Postgres;
import java.util.UUID;

/** One database and one application, of the {@link Shape} that this run is for, that most tests share; both end with this JVM. */
final class World {

    private static final String DATABASE = "mstv";

    private World() {}

    /** Started when first asked for. */
    private static final class Servers {
        static final Postgres POSTGRES = Postgres.temporary();

        static {
            POSTGRES.createDatabase(DATABASE);
        }

        // More than a busy machine needs: what is too slow is another test's matter.
        static final Deployment DEPLOYMENT = new Deployment(
                Shape.current(), Launch.on(POSTGRES.url(DATABASE)).with("CB_TIMEOUT", "10s"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(DEPLOYMENT::close));
        }
    }

    static RunningApp app() {
        return Servers.DEPLOYMENT.front();
    }

    static Launch anotherProcess() {
        return Launch.on(Servers.POSTGRES.url(DATABASE));
    }

    /** How to start a process on a database of its own. */
    static Launch ownDatabase(String name) {
        Servers.POSTGRES.createDatabase(name);
        return Launch.on(Servers.POSTGRES.url(name));
    }

    /** The same, with its read models in a server that speaks MongoDB's protocol. */
    static Launch inMongo(MongoProtocol server, String name) {
        return ownDatabase(name).with("READ_MODEL", "mongodb").with("MONGODB_URL", server.url(name));
    }

    static Sql database() {
        return database(DATABASE);
    }

    /** One of {@link #ownDatabase}. */
    static Sql database(String name) {
        return Sql.of(Servers.POSTGRES.url(name));
    }

    static String newEmail() {
        return "u-" + UUID.randomUUID() + "@example.com";
    }
}
