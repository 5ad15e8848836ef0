package dev.mstv;

import dev.mstv.devstack.MongoProtocol;
import dev.mstv.devstack.Postgres;
import dev.mstv.platform.config.Variables;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Processes in this JVM, on one PostgreSQL that ends with it. */
public final class RunningProcess {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RunningProcess() {}

    /** The monolith that tests share which do not mind each other's data. */
    public static ApplicationContext monolith() {
        return Monolith.CONTEXT;
    }

    /** A process of its own; whoever starts it closes it. */
    public static ApplicationContext start(Map<String, String> environment) {
        return Main.start(variables(environment)).getApplicationContext();
    }

    /** The environment of a process with an empty database, and what {@code more} says. */
    public static Variables variables(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(environment());
        values.put("DATABASE_URL", newDatabase());
        values.putAll(more);
        return new Variables(values);
    }

    /** All that a process needs but a database. */
    public static Map<String, String> environment() {
        return Map.of(
                "APP_ENV", "test",
                "PORT", "0",
                "LOG_LEVEL", "error",
                "RATE_LIMIT_MAX", "1000000",
                "PAYMENT_TIMEOUT", "1s",
                "SERVICE_SECRET", Split.SECRET,
                "DATABASE_POOL_SIZE", "8",
                "JWT_SECRET", "a-secret-of-more-than-thirty-two-bytes",
                "ENCRYPTION_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    /** The address of an empty database. */
    public static String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        Server.POSTGRES.createDatabase(name);
        return Server.POSTGRES.url(name);
    }

    /** What keeps read models in an empty database of a server that speaks MongoDB's protocol. */
    public static Map<String, String> inMongo() {
        return inMongo(MongoServer.MONGO);
    }

    /** As {@link #inMongo()}, on a server that a test may stop. */
    public static Map<String, String> inMongo(MongoProtocol server) {
        return Map.of("READ_MODEL", "mongodb", "MONGODB_URL", server.url("test" + DATABASES.incrementAndGet()));
    }

    private static final class MongoServer {
        static final MongoProtocol MONGO = MongoProtocol.temporary();
    }

    private static final class Server {
        static final Postgres POSTGRES = Postgres.temporary();
    }

    private static final class Monolith {
        static final ApplicationContext CONTEXT = start(Map.of());
    }
}
