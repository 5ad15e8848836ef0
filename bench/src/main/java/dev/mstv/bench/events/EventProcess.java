package dev.mstv.bench.events;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.ServiceTable;
import dev.mstv.platform.events.EventStore;
import dev.mstv.platform.events.EventStores;
import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.web.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The module in this JVM, with its relay and a transport. */
final class EventProcess implements AutoCloseable {

    static final String TEXT = "a name and an address, ".repeat(6);

    private final ApplicationContext context;
    private final Transactions transactions;
    private final EventStore store;
    private final Arrivals arrivals;

    private EventProcess(ApplicationContext context) {
        this.context = context;
        this.transactions = context.getBean(Transactions.class);
        this.store = context.getBean(EventStores.class).of("bench");
        this.arrivals = context.getBean(Arrivals.class);
    }

    static EventProcess start(String url, Map<String, String> more) {
        Composition composition = new Composition("bench", List.of("bench"), Set.of("bench"), Set.of());
        Map<String, String> values = new HashMap<>(Map.of(
                "DATABASE_URL", url,
                "PORT", "0",
                "JWT_SECRET", "only-for-a-benchmark-only-for-a-benchmark",
                "ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
        values.putAll(more);
        Variables variables = new Variables(values);
        Settings settings = Settings.read(variables, 0);
        return new EventProcess(ApplicationContext.builder()
                .properties(HttpServer.properties(settings))
                .properties(composition.properties())
                .properties(EventTransport.properties(settings.events(), composition))
                .singletons(settings, new LiveSettings(variables), composition, new ServiceTable(List.of(), Map.of()))
                .banner(false)
                .start()
                .getBean(EmbeddedServer.class)
                .start()
                .getApplicationContext());
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Commits one event, as a command does. */
    void commitOne() {
        UUID thing = UUID.randomUUID();
        boolean unused = CallContext.ofProcess()
                .call(() -> transactions.inTransaction("bench", () -> {
                    store.append(thing, 0, List.of(new ThingHappened(thing, TEXT)));
                    arrivals.committing(thing);
                    return true;
                }));
    }

    @Override
    public void close() {
        context.close();
    }
}
