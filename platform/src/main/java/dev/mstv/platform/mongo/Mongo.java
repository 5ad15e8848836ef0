package dev.mstv.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.ReadModelSettings.Store;
import dev.mstv.platform.config.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The database in MongoDB, there as a bean where read models are kept in it. A server that is away is found out within a few
 * seconds, and nobody waits for one that has been away for longer than one. Thread-safe.
 */
@Context
@Requires(property = Mongo.ON, value = "true")
public final class Mongo {

    /** The property that is true where read models are kept in MongoDB. */
    public static final String ON = "mstv.mongodb";

    private static final Duration BLIP = Duration.ofSeconds(1);

    private final Reachability reachability;
    private final MongoClient client;
    private final String database;

    Mongo(Settings settings, MeterRegistry meters) {
        ConnectionString address = settings.readModels().mongodb().orElseThrow();
        this.database = Objects.requireNonNull(address.getDatabase());
        this.reachability = new Reachability(String.join(",", address.getHosts()));
        this.client = MongoClients.create(MongoLimits.settings(address, reachability));
        Gauge.builder("mstv.mongodb.up", reachability, seen -> seen.reachable() ? 1 : 0)
                .description("1 if MongoDB is there")
                .register(meters);
    }

    /** What the application context must know of the settings. */
    public static Map<String, Object> properties(Settings settings) {
        return Map.of(ON, settings.readModels().store() == Store.MONGODB);
    }

    /**
     * Runs {@code work}, in no transaction: each write stands by itself.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code database_unavailable} if the server is away or does not answer; a
     *     write may have been done all the same, or be done yet
     */
    public <T> T call(Function<MongoDatabase, T> work) {
        CallContext.requirePresence();
        if (reachability.goneFor(BLIP)) {
            throw MongoOutage.refusal();
        }
        try {
            return work.apply(client.getDatabase(database));
        } catch (MongoException e) {
            throw MongoOutage.translated(e);
        }
    }

    /** As {@link #call}, without a result. */
    public void run(Consumer<MongoDatabase> work) {
        Boolean unused = call(found -> {
            work.accept(found);
            return true;
        });
    }

    /** Whether a server that takes writes was there when the driver looked last, which it does once a second. */
    boolean reachable() {
        return reachability.reachable();
    }

    @PreDestroy
    void close() {
        reachability.close();
        client.close();
    }
}
